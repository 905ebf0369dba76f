package io.tokenpace.bench.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** An even sample of everything it is offered, in memory that does not grow: each has the same chance to be kept. */
final class Reservoir<T> {
    private final int size;
    private final SplittableRandom random;
    private final List<T> kept = new ArrayList<>();
    private long offered;

    Reservoir(int size, long seed) {
        this.size = size;
        random = new SplittableRandom(seed);
    }

    void offer(T item) {
        offered++;
        if (kept.size() < size) {
            kept.add(item);
            return;
        }
        long place = random.nextLong(offered);
        if (place < size) {
            kept.set((int) place, item);
        }
    }

    long offered() {
        return offered;
    }

    /** Returns what was kept, in no order. */
    List<T> kept() {
        return List.copyOf(kept);
    }
}
