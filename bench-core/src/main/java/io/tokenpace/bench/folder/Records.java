package io.tokenpace.bench.folder;

/** Which requests a run writes a line of. What it leaves out is in its histograms and totals all the same. */
public enum Records {
    /** All of the first million; then failures, the slowest, and a sample. */
    AUTO,
    ALL,
    /** Those that did not succeed. */
    ERRORS,
    NONE
}
