package io.tokenpace.bench.result;

import java.util.Locale;

/** How far a run has come. */
public enum RunState {
    RUNNING,
    COMPLETE,
    INTERRUPTED,
    /** Its process died, and what it had written was put together again. */
    RECOVERED;

    private final String label = name().toLowerCase(Locale.ROOT);

    public String label() {
        return label;
    }
}
