package io.tokenpace.bench.analysis;

/**
 * What a service that knows its own timing did for one streamed answer, in nanoseconds of the same clock. The events are
 * those with content, in order.
 *
 * @param id the number that it gave the request
 * @param receivedNanos when it had read the request in full
 * @param scheduledNanos when each event was to leave
 * @param writtenNanos when each was handed to the channel
 * @param flushedNanos when the flush that carried each had come back
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record TrueAnswer(
        String id, long receivedNanos, long[] scheduledNanos, long[] writtenNanos, long[] flushedNanos) {
    public TrueAnswer {
        if (scheduledNanos.length != writtenNanos.length || writtenNanos.length != flushedNanos.length) {
            throw new IllegalArgumentException("events scheduled (" + scheduledNanos.length + "), written ("
                    + writtenNanos.length + ") and flushed (" + flushedNanos.length + ") must be as many");
        }
    }

    int events() {
        return flushedNanos.length;
    }
}
