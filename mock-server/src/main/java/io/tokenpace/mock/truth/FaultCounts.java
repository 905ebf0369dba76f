package io.tokenpace.mock.truth;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each kind of fault was played. Safe for use by several threads. */
public final class FaultCounts {
    private final Map<String, LongAdder> byKind = new ConcurrentHashMap<>();

    /** Counts one of a kind, which must be among the server's own names: nothing bounds how many there are. */
    public void count(String kind) {
        byKind.computeIfAbsent(kind, first -> new LongAdder()).increment();
    }

    /** Returns a copy, in the order of the names. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        byKind.forEach((kind, count) -> counts.put(kind, count.sum()));
        return counts;
    }
}
