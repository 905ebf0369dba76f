package io.tokenpace.mock.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Requests that share c slots, first come first served in the order in which they become ready.
 *
 * <p>How long each one holds its slot is known when it joins, so its start is known at once: the later of its being
 * ready and of the first slot's being free. The plan is made anew only when someone leaves early or becomes ready
 * before others who wait already. Safe for use by several threads.
 */
final class SlotQueue {
    private final int slots;
    private final TreeSet<Place> places = new TreeSet<>(
            Comparator.comparingLong((Place place) -> place.readyNanos).thenComparingLong(p -> p.number));
    private final PriorityQueue<Long> freeNanos = new PriorityQueue<>();
    private long joined;

    SlotQueue(int slots) {
        this.slots = slots;
    }

    synchronized Timeline.Start join(long nowNanos, long readyNanos, long holdNanos, Runnable startMoved) {
        while (!places.isEmpty() && places.first().endedBy(nowNanos)) {
            places.pollFirst();
        }
        Place place = new Place(joined++, readyNanos, holdNanos, startMoved);
        boolean last = places.isEmpty() || places.last().readyNanos <= readyNanos;
        places.add(place);
        if (last) {
            grant(place);
        } else {
            plan(nowNanos);
        }
        return place;
    }

    /** Returns how many are ready, and wait. */
    synchronized int waiting(long nowNanos) {
        int waiting = 0;
        for (Place place : places) {
            if (place.readyNanos <= nowNanos && place.startNanos > nowNanos) {
                waiting++;
            }
        }
        return waiting;
    }

    /** Plans all who have not started by {@code nowNanos}; a slot that nobody holds then is free from then on. */
    private void plan(long nowNanos) {
        places.removeIf(place -> place.endedBy(nowNanos));
        freeNanos.clear();
        List<Place> waiting = new ArrayList<>();
        for (Place place : places) {
            if (place.startNanos <= nowNanos) {
                freeNanos.add(place.endNanos());
            } else {
                waiting.add(place);
            }
        }
        while (freeNanos.size() < slots) {
            freeNanos.add(nowNanos);
        }
        waiting.forEach(this::grant);
    }

    private void grant(Place place) {
        long free = freeNanos.size() < slots ? place.readyNanos : freeNanos.remove();
        place.startAt(Math.max(place.readyNanos, free));
        freeNanos.add(place.endNanos());
    }

    private synchronized void leave(Place place, long nowNanos) {
        if (places.contains(place) && !place.endedBy(nowNanos)) {
            places.remove(place);
            plan(nowNanos);
        }
    }

    /** One request's place in the queue, and then in a slot. */
    private final class Place implements Timeline.Start {
        private final long number;
        private final long readyNanos;
        private final long holdNanos;
        private final Runnable startMoved;
        private volatile long startNanos = Timeline.NEVER;

        Place(long number, long readyNanos, long holdNanos, Runnable startMoved) {
            this.number = number;
            this.readyNanos = readyNanos;
            this.holdNanos = holdNanos;
            this.startMoved = startMoved;
        }

        void startAt(long nanos) {
            boolean earlier = startNanos != Timeline.NEVER && nanos < startNanos;
            startNanos = nanos;
            if (earlier) {
                startMoved.run();
            }
        }

        long endNanos() {
            return startNanos + holdNanos;
        }

        /** Asks for the start first: the end of a place without one is beyond what a number can hold. */
        boolean endedBy(long nowNanos) {
            return startNanos <= nowNanos && endNanos() <= nowNanos;
        }

        @Override
        public long nanos() {
            return startNanos;
        }

        @Override
        public void release(long nowNanos) {
            leave(this, nowNanos);
        }
    }
}
