package io.tokenpace.mock.truth;

import java.util.Optional;

/**
 * The truth about one request that the service answered.
 *
 * @param id the {@code request-id} or {@code x-request-id} header of its answer
 * @param key what its draws follow from: the {@code x-request-key} header, or the hash and the occurrence of its body
 * @param promptTokens tokens counted in the prompt
 * @param maxTokens tokens asked for
 * @param streamed whether it was answered as a stream; if not, the whole answer is one event
 * @param receivedNanos when it was read in full
 * @param draws what the model drew
 * @param fault what went wrong with it on purpose, if anything did
 * @param ending how it ended
 * @param events when each event was scheduled, written and flushed
 */
public record RequestTruth(
        String id,
        String key,
        int promptTokens,
        int maxTokens,
        boolean streamed,
        long receivedNanos,
        Draws draws,
        Optional<FaultTruth> fault,
        Ending ending,
        EventTimes events) {
    /** The truth about a request that was answered with an error on purpose, before anybody looked at its body. */
    public static RequestTruth refused(String id, String key, long receivedNanos, FaultTruth fault, EventTimes events) {
        Draws nothing = new Draws(0, 0, 0, 0, 0);
        return new RequestTruth(id, key, 0, 0, false, receivedNanos, nothing, Optional.of(fault), Ending.FAULT, events);
    }
}
