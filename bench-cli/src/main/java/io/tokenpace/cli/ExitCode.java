package io.tokenpace.cli;

/** The exit codes of every command; scripts rely on them. */
final class ExitCode {
    static final int GOOD = 0;
    static final int INTERNAL_ERROR = 1;
    static final int USAGE = 2;
    static final int SLO_MISSED = 3;
    static final int INVALID = 5;
    static final int TARGET_UNUSABLE = 7;

    private ExitCode() {}
}
