package io.tokenpace.mock.draw;

/** What a draw is for; each purpose has a stream of its own under every key, so no two share a value. */
public enum Purpose {
    NETWORK(1),
    QUEUE(2),
    PACE(3),
    TEXT(4),
    IDENTITY(5),
    PREFILL(6),
    LENGTH(7),
    JITTER(8),
    BUNDLE(9),
    FAULT(10),
    THINKING(20),
    TOOL(21);

    /** Part of what a seed means: a changed number changes every seeded run. */
    private final int number;

    Purpose(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
