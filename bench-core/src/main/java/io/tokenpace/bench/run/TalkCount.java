package io.tokenpace.bench.run;

import java.util.List;
import java.util.Locale;

/**
 * What became of the conversations of a run.
 *
 * @param begun how many there were
 * @param ended those that came to their last turn
 * @param broken those that ended with a turn that failed
 */
record TalkCount(long begun, long ended, long broken) {
    TalkCount plus(TalkCount other) {
        return new TalkCount(begun + other.begun, ended + other.ended, broken + other.broken);
    }

    /** Returns what a reader should know, where there were conversations at all. */
    List<String> notes() {
        return begun == 0
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "of %,d conversations %,d came to their last turn, %,d ended with a failed one, %,d were cut by the"
                                + " end of the run",
                        begun,
                        ended,
                        broken,
                        begun - ended - broken));
    }
}
