package io.tokenpace.bench.wire.sse;

/** Receives the data of each event, in order. */
@FunctionalInterface
public interface SseListener {
    /**
     * Takes the data of one event, its lines joined by {@code \n}. The bytes are only lent: they are overwritten as soon
     * as the call returns.
     */
    void event(byte[] bytes, int offset, int length);
}
