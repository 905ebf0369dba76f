package io.tokenpace.mock.api;

import java.util.ArrayList;
import java.util.List;

/** One cached prefix: who is writing it, and until when it lives. */
final class CacheEntry {
    private final List<CacheUse> writers = new ArrayList<>();
    private CacheTtl ttl = CacheTtl.FIVE_MINUTES;
    private long expiresNanos = Long.MIN_VALUE;
    private boolean usable;

    /** Adds a request that writes this prefix, and is usable once it has begun to answer. */
    void write(CacheUse writer, CacheTtl asked, long startNanos) {
        writers.add(writer);
        if (asked.nanos() > ttl.nanos()) {
            ttl = asked;
        }
        refresh(startNanos);
    }

    /** Lets it live for its whole time again. */
    void refresh(long startNanos) {
        expiresNanos = Math.max(expiresNanos, startNanos + ttl.nanos());
    }

    /** Forgets a writer that has left before it began; returns whether anything is left. */
    boolean abandon(CacheUse writer) {
        writers.remove(writer);
        return usable || !writers.isEmpty();
    }

    boolean isLive(long nowNanos) {
        return nowNanos < expiresNanos;
    }

    boolean isUsable(long nowNanos) {
        if (!usable && writers.stream().anyMatch(writer -> writer.hasBegun(nowNanos))) {
            usable = true;
            writers.clear();
        }
        return usable && isLive(nowNanos);
    }
}
