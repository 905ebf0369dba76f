package io.tokenpace.bench.report.html;

import java.util.List;
import java.util.stream.LongStream;

/**
 * The time axis of a run: equal steps of a round number of seconds, the last of which may be shorter.
 *
 * @param width of a step, in seconds
 * @param seconds of the run
 */
record Steps(long width, long seconds) {
    private static final long[] ROUND = {1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200, 21_600};
    private static final long DAY = 86_400;

    /** Divides a run into at most so many steps. */
    static Steps of(long seconds, int most) {
        for (long width : ROUND) {
            if (width * most >= seconds) {
                return new Steps(width, seconds);
            }
        }
        return new Steps(ceil(ceil(seconds, most), DAY) * DAY, seconds);
    }

    int count() {
        return (int) ceil(seconds, width);
    }

    /**
     * Returns the step of a second. What a killed run wrote after its last line of the timeline belongs to the last step, as
     * what came before the start does to the first.
     */
    int indexOf(long second) {
        return (int) Math.max(0, Math.min(count() - 1, Math.floorDiv(second, width)));
    }

    long start(int step) {
        return step * width;
    }

    /** Returns how many seconds a step has. */
    long length(int step) {
        return Math.min(width, seconds - start(step));
    }

    List<Long> starts() {
        return LongStream.range(0, count()).map(step -> step * width).boxed().toList();
    }

    private static long ceil(long number, long divisor) {
        return (number + divisor - 1) / divisor;
    }
}
