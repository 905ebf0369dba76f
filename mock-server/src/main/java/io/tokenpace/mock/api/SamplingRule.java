package io.tokenpace.mock.api;

/** Which sampling parameters a model takes. */
enum SamplingRule {
    /** {@code temperature} and {@code top_p}, also together. */
    FREE,
    /** One of {@code temperature} and {@code top_p}. */
    EITHER,
    /** None but values that change nothing. */
    FIXED
}
