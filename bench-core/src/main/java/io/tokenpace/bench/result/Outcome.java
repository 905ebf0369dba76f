package io.tokenpace.bench.result;

import java.util.Locale;

/** How a request that was sent ended. */
public enum Outcome {
    SUCCEEDED,
    FAILED,
    /** The run ended first. */
    INCOMPLETE;

    private final String label = name().toLowerCase(Locale.ROOT);

    public String label() {
        return label;
    }
}
