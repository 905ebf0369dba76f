package io.tokenpace.cli;

import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.SloResult;
import io.tokenpace.bench.result.Verdict;

/** The exit codes of every command; scripts rely on them. */
final class ExitCode {
    static final int GOOD = 0;
    static final int INTERNAL_ERROR = 1;
    static final int USAGE = 2;
    static final int SLO_MISSED = 3;
    static final int INVALID = 5;
    static final int TARGET_UNUSABLE = 7;

    private ExitCode() {}

    /** Returns the code of a run that has ended; of several that apply, the one that explains the others. */
    static int of(RunResult result) {
        Verdict verdict = result.verdict();
        if (verdict.breaks(Verdict.DATA)) {
            return USAGE;
        }
        boolean tried = verdict.breaks(Verdict.TARGET) || result.totals().sent() > 0;
        if (tried && result.totals().succeeded() == 0) {
            return TARGET_UNUSABLE;
        }
        if (verdict.status() == Verdict.Status.INVALID) {
            return INVALID;
        }
        boolean missed = result.slos().stream().anyMatch(slo -> slo.status() == SloResult.Status.MISSED);
        return missed ? SLO_MISSED : GOOD;
    }
}
