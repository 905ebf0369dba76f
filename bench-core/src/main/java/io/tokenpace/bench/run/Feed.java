package io.tokenpace.bench.run;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jctools.queues.atomic.SpmcAtomicArrayQueue;

/**
 * The prepared requests of one phase, on their way from the feeder to the lanes: one queue that all lanes take from, or
 * one queue a lane, filled in turn.
 */
final class Feed {
    private final RequestSource source;
    private final List<Queue<Errand>> queues;
    private final LongAdder emptyQueues = new LongAdder();
    private Optional<Errand> held = Optional.empty();
    private long dealt;
    private volatile boolean exhausted;

    private Feed(RequestSource source, int queueCount, int capacity) {
        this.source = source;
        queues = IntStream.range(0, queueCount)
                .<Queue<Errand>>mapToObj(i -> new SpmcAtomicArrayQueue<>(capacity))
                .toList();
    }

    /** Returns a feed from which every lane takes the next request that no other has taken. */
    static Feed shared(RequestSource source, int capacity) {
        return new Feed(source, 1, capacity);
    }

    /** Returns a feed that deals request i to lane i mod lanes. */
    static Feed dealt(RequestSource source, int capacity, int lanes) {
        return new Feed(source, lanes, Math.max(1, capacity / lanes));
    }

    /** Fills the queues as far as they go; the feeder's thread only. Returns whether anything was added. */
    boolean topUp() {
        boolean added = false;
        while (!exhausted) {
            Optional<Errand> next = held.isPresent() ? held : source.next();
            if (next.isEmpty()) {
                exhausted = true;
            } else if (queues.get((int) (dealt % queues.size())).offer(next.get())) {
                held = Optional.empty();
                dealt++;
                added = true;
            } else {
                held = next;
                return added;
            }
        }
        return added;
    }

    /** Returns a lane's next request without taking it. */
    Optional<Errand> peek(int lane) {
        return Optional.ofNullable(queue(lane).peek());
    }

    /** Takes a lane's next request. */
    Optional<Errand> poll(int lane) {
        return Optional.ofNullable(queue(lane).poll());
    }

    /** Returns whether a lane that found its queue empty will find it so for ever; if not, that is counted. */
    boolean isOver(int lane) {
        if (exhausted) {
            return queue(lane).isEmpty();
        }
        emptyQueues.increment();
        return false;
    }

    /** Makes the feed end with what is queued already. */
    void cut() {
        exhausted = true;
    }

    /** Returns how often a lane found nothing though more was to come. */
    long emptyQueues() {
        return emptyQueues.sum();
    }

    private Queue<Errand> queue(int lane) {
        return queues.get(lane % queues.size());
    }
}
