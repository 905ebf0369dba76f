package io.tokenpace.bench.result;

import java.util.Locale;

/** How far a run has come. */
public enum RunState {
    RUNNING,
    COMPLETE,
    INTERRUPTED;

    private final String label = name().toLowerCase(Locale.ROOT);

    public String label() {
        return label;
    }
}
