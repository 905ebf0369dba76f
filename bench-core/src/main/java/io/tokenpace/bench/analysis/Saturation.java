package io.tokenpace.bench.analysis;

import io.tokenpace.bench.result.Second;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells when an open load has gone beyond what its service bears: requests come faster than they are answered, and would
 * for ever. It looks at the last minute or the final half of what was measured, whichever is shorter, in an amount of
 * memory that does not grow with the run.
 *
 * <p>It is asked every second of a long run, so that what happens once by chance happens often. A sign therefore counts
 * only if it is there in five seconds running, and none is looked for in the first {@value #FEWEST_SECONDS} measured ones.
 */
public final class Saturation {
    private static final int FEWEST_SECONDS = 16;
    private static final int MOST_SECONDS = 60;
    private static final int SECONDS_RUNNING = 5;
    private static final int QUARTERS = 4;
    private static final double NANOS_PER_MILLI = 1e6;

    private final double ttftBoundMs;
    private final Deque<SaturationSpan.Moment> moments = new ArrayDeque<>();
    private long due;
    private long takenUp;
    private long answered;
    private long measuredSeconds;
    private int running;

    /** @param ttftBound the time to the first token beyond which one that keeps rising is a sign */
    public Saturation(Duration ttftBound) {
        ttftBoundMs = ttftBound.toNanos() / NANOS_PER_MILLI;
    }

    /**
     * Takes a second that has passed.
     *
     * @param measured whether it belongs to the measured part; what came before counts as load, but is not judged
     * @return the sign of saturation, with its numbers; nothing while there is none
     */
    public Optional<String> reached(Second second, boolean measured) {
        due += second.offered();
        takenUp += second.achieved();
        answered += second.succeeded() + second.failed();
        moments.addLast(new SaturationSpan.Moment(due, takenUp, answered, second.ttftP50Ms()));
        if (moments.size() > MOST_SECONDS + 1) {
            moments.removeFirst();
        }
        measuredSeconds += measured ? 1 : 0;
        Optional<String> sign = measured && measuredSeconds >= FEWEST_SECONDS ? sign() : Optional.empty();
        running = sign.isPresent() ? running + 1 : 0;
        return running < SECONDS_RUNNING
                ? Optional.empty()
                : sign.map(text -> String.format(
                        Locale.ROOT, "the service was saturated, after %d s measured: %s", measuredSeconds, text));
    }

    private Optional<String> sign() {
        int seconds = (int) Math.min(MOST_SECONDS, measuredSeconds / 2) / QUARTERS * QUARTERS;
        List<SaturationSpan.Moment> all = List.copyOf(moments);
        SaturationSpan span = new SaturationSpan(all.subList(all.size() - seconds - 1, all.size()));
        return span.notTakenUp().or(() -> span.slowing(ttftBoundMs)).or(span::fallingBehind);
    }
}
