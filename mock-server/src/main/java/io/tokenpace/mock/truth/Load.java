package io.tokenpace.mock.truth;

/**
 * What a server has to do at one moment, beside what its instruments say.
 *
 * @param atNanos that moment
 * @param inFlight requests in flight
 * @param waiting those of them that wait for a slot
 * @param connections connections that are open
 * @param refusedConnections connections that were refused since the start
 */
public record Load(long atNanos, int inFlight, int waiting, int connections, long refusedConnections) {
    /** How many are worked on; a request may be answered but not gone when its slot is given on. */
    int running() {
        return Math.max(0, inFlight - waiting);
    }
}
