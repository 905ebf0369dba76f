package io.tokenpace.bench.result;

import java.util.OptionalLong;

/**
 * The moments of one request, in nanoseconds from the start of the run; {@link #UNKNOWN} where a moment never came.
 *
 * @param intended when the schedule wanted it sent
 * @param started the client took it up
 * @param connecting it began to open a connection; unknown where it found one idle
 * @param connected that connection was open
 * @param tlsDone it was private as well; unknown where it is not to be
 * @param sent its first byte was handed to the socket
 * @param written its last byte was accepted
 * @param head the response head was read
 * @param firstEvent the first event of any kind
 * @param thinking the first block of thinking began
 * @param firstToken the first content
 * @param firstVisible the first text or tool input
 * @param firstText the first text
 * @param lastVisible the last text or tool input
 * @param lastToken the last content
 * @param end the closing event, or the failure
 */
public record Stamps(
        long intended,
        long started,
        long connecting,
        long connected,
        long tlsDone,
        long sent,
        long written,
        long head,
        long firstEvent,
        long thinking,
        long firstToken,
        long firstVisible,
        long firstText,
        long lastVisible,
        long lastToken,
        long end) {
    /** Stands for a moment that never came. Moments before the start are negative, so zero or −1 would not do. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /** Returns the same moments counted from a start that lies earlier by so many nanoseconds. */
    public Stamps later(long nanos) {
        return new Stamps(
                later(intended, nanos),
                later(started, nanos),
                later(connecting, nanos),
                later(connected, nanos),
                later(tlsDone, nanos),
                later(sent, nanos),
                later(written, nanos),
                later(head, nanos),
                later(firstEvent, nanos),
                later(thinking, nanos),
                later(firstToken, nanos),
                later(firstVisible, nanos),
                later(firstText, nanos),
                later(lastVisible, nanos),
                later(lastToken, nanos),
                later(end, nanos));
    }

    static long later(long moment, long nanos) {
        return moment == UNKNOWN ? UNKNOWN : moment + nanos;
    }

    /** Returns the time from one moment to another, if both came. */
    public static OptionalLong between(long from, long to) {
        return from == UNKNOWN || to == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(to - from);
    }
}
