package io.tokenpace.mock.api;

import java.util.List;
import java.util.function.LongSupplier;

/** What one request has read from the cache, and what it writes to it. */
public final class CacheUse {
    private final InputUsage usage;
    private final List<Long> written;
    private volatile LongSupplier beginNanos = () -> Long.MAX_VALUE;

    CacheUse(InputUsage usage, List<Long> written) {
        this.usage = usage;
        this.written = List.copyOf(written);
    }

    /** How the prompt's tokens are accounted for. */
    public InputUsage usage() {
        return usage;
    }

    /** Tells when the first word of the answer is due, which may still move; any thread may ask. */
    public void beginsAt(LongSupplier nanos) {
        beginNanos = nanos;
    }

    boolean hasBegun(long nowNanos) {
        return beginNanos.getAsLong() <= nowNanos;
    }

    List<Long> written() {
        return written;
    }
}
