package io.tokenpace.bench.workload.source;

/** What becomes of lines that break the format's rules. */
public enum BrokenLines {
    /** The first one ends the reading. */
    FATAL,

    /** They are passed over and counted. */
    SKIP
}
