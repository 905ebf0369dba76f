package io.tokenpace.bench.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * A span of an open load in which signs of saturation are looked for.
 *
 * <p>A queue that grows must grow in every quarter of the span: a burst grows it in one or two, and so does a service that
 * has only just begun to answer.
 */
final class SaturationSpan {
    private static final double LEAST_TAKEN_UP = 0.98;
    private static final double LEAST_GROWTH = 0.05;
    private static final double STANDARD_DEVIATIONS = 3;
    private static final double EVEN = 0.75;
    private static final double ROUGHLY_EVEN = 0.25;
    private static final int QUARTERS = 4;
    private static final int THIRDS = 3;
    private static final int FEWEST_POINTS = 4;
    private static final double PERCENT = 100;
    private static final double MILLIS_PER_SECOND = 1_000;

    private final List<Moment> moments;
    private final int seconds;
    private final Moment first;
    private final Moment last;

    /**
     * How it stood at the end of a second.
     *
     * @param due requests due since the load's start
     * @param takenUp those of them taken up
     * @param answered answers that have ended, well or not
     * @param ttftMs the median time to the first token of those that ended in the second
     */
    record Moment(long due, long takenUp, long answered, OptionalDouble ttftMs) {
        /** Returns how many requests wait for the end of their answers, in the client or in the service. */
        long waiting() {
            return due - answered;
        }
    }

    /** @param moments the end of each second, and before them the beginning of the first; their number is a multiple of 4 */
    SaturationSpan(List<Moment> moments) {
        this.moments = moments;
        seconds = moments.size() - 1;
        first = moments.get(0);
        last = moments.get(seconds);
    }

    /** The rate that was asked for is not reached. */
    Optional<String> notTakenUp() {
        long due = last.due() - first.due();
        long takenUp = last.takenUp() - first.takenUp();
        return takenUp >= LEAST_TAKEN_UP * due
                ? Optional.empty()
                : text("%d of %d requests due in the last %d s were taken up (bound 98 %%)", takenUp, due, seconds);
    }

    /** More and more requests wait, and ever longer; all in all longer than the bound. */
    Optional<String> slowing(double boundMs) {
        SimpleRegression waiting = new SimpleRegression();
        SimpleRegression ttft = new SimpleRegression();
        double sumMs = 0;
        for (int i = 1; i <= seconds; i++) {
            waiting.addData(i, moments.get(i).waiting());
            if (moments.get(i).ttftMs().isPresent()) {
                ttft.addData(i, moments.get(i).ttftMs().getAsDouble());
                sumMs += moments.get(i).ttftMs().getAsDouble();
            }
        }
        boolean slow = sumMs > boundMs * ttft.getN();
        return slow && rises(waiting) && rises(ttft) && growsThroughout(THIRDS, ROUGHLY_EVEN)
                ? text(
                        "over the last %d s ttft rose by %.2f s a second and was %.1f s on average (bound %.1f s), while"
                                + " the requests under way rose by %.1f a second",
                        seconds,
                        ttft.getSlope() / MILLIS_PER_SECOND,
                        sumMs / ttft.getN() / MILLIS_PER_SECOND,
                        boundMs / MILLIS_PER_SECOND,
                        waiting.getSlope())
                : Optional.empty();
    }

    /** Returns whether a line rises, with 95 % confidence. */
    private static boolean rises(SimpleRegression line) {
        return line.getN() >= FEWEST_POINTS && line.getSlope() > line.getSlopeConfidenceInterval();
    }

    /**
     * Fewer requests are answered than come, by a share that matters and a number that chance does not bring about: that
     * of independent arrivals varies by its root.
     *
     * <p>Where answers take longer than the load has lasted, this is so by nature. It is judged only once the span has
     * seen twice as many answers as there were requests under way at its beginning.
     */
    Optional<String> fallingBehind() {
        long due = last.due() - first.due();
        long answered = last.answered() - first.answered();
        long growth = due - answered;
        boolean large = growth > LEAST_GROWTH * due && growth > STANDARD_DEVIATIONS * Math.sqrt(due);
        return large && answered >= 2 * first.waiting() && growsThroughout(QUARTERS, EVEN)
                ? text(
                        "in the last %d s %d requests were due and %d answered (%.1f %% fewer; bound 5 %%)",
                        seconds, due, answered, growth * PERCENT / due)
                : Optional.empty();
    }

    /** Returns whether every part adds at least a share of what it would add if all added the same. */
    private boolean growsThroughout(int parts, double share) {
        long growth = last.waiting() - first.waiting();
        for (int i = 0; i < parts; i++) {
            long before = moments.get(seconds * i / parts).waiting();
            long after = moments.get(seconds * (i + 1) / parts).waiting();
            if (after - before < share * growth / parts) {
                return false;
            }
        }
        return growth > 0;
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static Optional<String> text(String format, Object... numbers) {
        return Optional.of(String.format(Locale.ROOT, format, numbers));
    }
}
