package io.tokenpace.mock.model;

import java.util.List;

/** The stalls of a server whose first request has arrived, as a map from a due time to the time it leaves. */
final class Stalls {
    private final long[] fromNanos;
    private final long[] toNanos;

    /** Takes stalls in the order of time, with gaps between them. */
    Stalls(List<Stall> stalls, long originNanos) {
        fromNanos = stalls.stream()
                .mapToLong(stall -> originNanos + stall.from().toNanos())
                .toArray();
        toNanos = stalls.stream()
                .mapToLong(
                        stall -> originNanos + stall.from().plus(stall.length()).toNanos())
                .toArray();
    }

    /** Returns {@code dueNanos}, or the end of the stall that it falls into. */
    long leaveNanos(long dueNanos) {
        for (int i = 0; i < fromNanos.length; i++) {
            if (dueNanos >= fromNanos[i] && dueNanos < toNanos[i]) {
                return toNanos[i];
            }
        }
        return dueNanos;
    }
}
