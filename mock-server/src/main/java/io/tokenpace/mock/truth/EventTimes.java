package io.tokenpace.mock.truth;

/**
 * When each event of one answer was scheduled, written and flushed.
 *
 * <p>Event 0 of a streamed answer is its head with {@code message_start}, then come those with its tokens, then the
 * end; pings are left out. A whole answer is a single event. Room for all is taken at once, so that recording allocates nothing. One
 * thread records; others may read once the request has ended.
 */
public final class EventTimes {
    private final long[] scheduledNanos;
    private final long[] writtenNanos;
    private final long[] flushedNanos;
    private int written;
    private int flushed;

    /** Takes room for {@code events}. */
    public EventTimes(int events) {
        scheduledNanos = new long[events];
        writtenNanos = new long[events];
        flushedNanos = new long[events];
    }

    /** Records that the next event, scheduled for {@code scheduled}, was handed to the channel. */
    public void write(long scheduled, long nowNanos) {
        scheduledNanos[written] = scheduled;
        writtenNanos[written] = nowNanos;
        written++;
    }

    /** Records that a flush of everything written so far came back. */
    public void flush(long nowNanos) {
        while (flushed < written) {
            flushedNanos[flushed++] = nowNanos;
        }
    }

    /** How many events were written. */
    public int written() {
        return written;
    }

    /** How many events were flushed. */
    public int flushed() {
        return flushed;
    }

    /** Returns when the service model had {@code event} leave. */
    public long scheduledNanos(int event) {
        return scheduledNanos[checked(event, written)];
    }

    /** Returns when {@code event} was handed to the channel. */
    public long writtenNanos(int event) {
        return writtenNanos[checked(event, written)];
    }

    /** Returns when the flush that carried {@code event} came back: the kernel has it, unless its buffer was full. */
    public long flushedNanos(int event) {
        return flushedNanos[checked(event, flushed)];
    }

    int capacity() {
        return scheduledNanos.length;
    }

    private static int checked(int event, int count) {
        if (event < 0 || event >= count) {
            throw new IndexOutOfBoundsException("event (" + event + ") must be one of the " + count + " recorded");
        }
        return event;
    }
}
