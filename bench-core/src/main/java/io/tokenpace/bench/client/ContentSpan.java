package io.tokenpace.bench.client;

/**
 * The first and last arrival of one sort of content, and how much of it the first one held. Content that came whole has a
 * last arrival only.
 */
public final class ContentSpan {
    private long firstNanos = Exchange.UNSET;
    private long lastNanos = Exchange.UNSET;
    private int firstEvents;
    private int firstChars;
    private int events;
    private int chars;

    /** Takes the totals after an arrival and returns how many events were new in it. */
    int advance(long atNanos, int totalEvents, int totalChars) {
        int fresh = totalEvents - events;
        if (fresh == 0) {
            return 0;
        }
        if (firstNanos == Exchange.UNSET) {
            firstNanos = atNanos;
            firstEvents = totalEvents;
            firstChars = totalChars;
        }
        lastNanos = atNanos;
        events = totalEvents;
        chars = totalChars;
        return fresh;
    }

    /** Takes content that came all at once, made nobody knows when, and returns how many pieces it has. */
    int whole(long atNanos, int totalEvents, int totalChars) {
        if (totalEvents > 0) {
            lastNanos = atNanos;
            events = totalEvents;
            chars = totalChars;
        }
        return totalEvents;
    }

    public long firstNanos() {
        return firstNanos;
    }

    public long lastNanos() {
        return lastNanos;
    }

    public int firstEvents() {
        return firstEvents;
    }

    public int firstChars() {
        return firstChars;
    }

    public int events() {
        return events;
    }

    public int chars() {
        return chars;
    }
}
