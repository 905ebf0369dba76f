package io.tokenpace.mock.truth;

import java.util.Optional;

/**
 * The truth about one request that the service answered.
 *
 * @param id the {@code request-id} or {@code x-request-id} header of its answer
 * @param key what its draws follow from: the {@code x-request-key} header, or the hash and the occurrence of its body
 * @param account what it was about
 * @param receivedNanos when it was read in full
 * @param slotWaitNanos how long it waited for a slot: from its being ready to its start, or to its end if it never had one
 * @param draws what the model drew
 * @param fault what went wrong with it on purpose, if anything did
 * @param ending how it ended
 * @param events when each event was scheduled, written and flushed
 */
public record RequestTruth(
        String id,
        String key,
        Account account,
        long receivedNanos,
        long slotWaitNanos,
        Draws draws,
        Optional<FaultTruth> fault,
        Ending ending,
        EventTimes events) {
    /** The truth about a request that was answered with an error on purpose, before anybody looked at its body. */
    public static RequestTruth refused(
            String id, String key, String api, long receivedNanos, FaultTruth fault, EventTimes events) {
        return new RequestTruth(
                id,
                key,
                new Account(api, "", 0, 0, 0, 0, false),
                receivedNanos,
                0,
                new Draws(0, 0, 0, 0, 0),
                Optional.of(fault),
                Ending.FAULT,
                events);
    }
}
