package io.tokenpace.mock.truth;

import java.util.ArrayList;
import java.util.List;

/**
 * When each event of one answer was scheduled, written and flushed.
 *
 * <p>Event 0 of a streamed answer is its head with {@code message_start}, then come those with its tokens, then the
 * end; pings are left out. A whole answer is a single event.
 *
 * <p>Nothing is taken before the first event. Room is then taken for {@value #CHUNK_EVENTS} events at a time, at 16
 * bytes each, or for as many as can still come if they are fewer, and what is recorded stays where it is. So recording
 * allocates once in {@value #CHUNK_EVENTS} events, some 17 bytes an event in the mean, and 10,000 streams that have just
 * begun take 11 MB, whatever their {@code max_tokens}.
 *
 * <p>One thread records; others may read once the request has ended.
 */
public final class EventTimes {
    static final int CHUNK_EVENTS = 64;

    private final int most;
    private final List<EventChunk> chunks = new ArrayList<>(1);
    private int written;
    private int flushed;

    /** Prepares for {@code events} at most. */
    public EventTimes(int events) {
        most = events;
    }

    /** Records that the next event, scheduled for {@code scheduled}, was handed to the channel. */
    public void write(long scheduled, long nowNanos) {
        if (written == chunks.size() * CHUNK_EVENTS) {
            chunks.add(new EventChunk(Math.min(CHUNK_EVENTS, most - written)));
        }
        chunk(written).write(written % CHUNK_EVENTS, scheduled, nowNanos);
        written++;
    }

    /** Records that a flush of everything written so far came back. */
    public void flush(long nowNanos) {
        while (flushed < written) {
            chunk(flushed).flush(flushed % CHUNK_EVENTS, nowNanos);
            flushed++;
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
        return chunk(checked(event, written)).scheduledNanos(event % CHUNK_EVENTS);
    }

    /** Returns when {@code event} was handed to the channel. */
    public long writtenNanos(int event) {
        return chunk(checked(event, written)).writtenNanos(event % CHUNK_EVENTS);
    }

    /** Returns when the flush that carried {@code event} came back: the kernel has it, unless its buffer was full. */
    public long flushedNanos(int event) {
        return chunk(checked(event, flushed)).flushedNanos(event % CHUNK_EVENTS);
    }

    /** For how many events room is taken; a chunk of full width counts twice, as that is what it takes. */
    int room() {
        int room = 0;
        for (EventChunk chunk : chunks) {
            room += chunk.isWide() ? 2 * chunk.size() : chunk.size();
        }
        return room;
    }

    private EventChunk chunk(int event) {
        return chunks.get(event / CHUNK_EVENTS);
    }

    private static int checked(int event, int count) {
        if (event < 0 || event >= count) {
            throw new IndexOutOfBoundsException("event (" + event + ") must be one of the " + count + " recorded");
        }
        return event;
    }
}
