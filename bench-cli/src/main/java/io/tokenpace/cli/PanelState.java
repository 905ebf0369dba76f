package io.tokenpace.cli;

import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.run.Standing;
import io.tokenpace.bench.schedule.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * What somebody who watches a run is told of it, once a second.
 *
 * @param now how it stands
 * @param extent how long it is to last
 * @param seconds the last minute of it, the newest last
 */
record PanelState(Standing now, Extent extent, List<Standing> seconds) {
    private static final int MINUTE = 60;
    private static final double NANOS_PER_SECOND = 1e9;

    PanelState {
        seconds = List.copyOf(seconds);
    }

    /** Returns the first state of a run. */
    static PanelState first(Standing now, Extent extent) {
        return new PanelState(now, extent, List.of(now));
    }

    /** Returns the state a second later; of another run, its first one. */
    PanelState next(Standing later) {
        if (later.second().second() <= now.second().second()) {
            return first(later, extent);
        }
        List<Standing> minute = new ArrayList<>(seconds);
        minute.add(later);
        return new PanelState(later, extent, minute.subList(Math.max(0, minute.size() - MINUTE), minute.size()));
    }

    long elapsedS() {
        return now.second().second() + 1;
    }

    double measuredS() {
        return now.measuredNanos() / NANOS_PER_SECOND;
    }

    double offeredPerS() {
        return perSecond(Second::offered);
    }

    double achievedPerS() {
        return perSecond(Second::achieved);
    }

    private double perSecond(ToLongFunction<Second> count) {
        return recent().stream()
                .map(Standing::second)
                .mapToLong(count)
                .average()
                .orElse(0);
    }

    /** Returns the latest an event loop woke in the last seconds. */
    OptionalDouble loopLagMs() {
        return recent().stream()
                .flatMapToDouble(standing -> standing.second().loopLagMaxMs().stream())
                .max();
    }

    private List<Standing> recent() {
        return seconds.subList(Math.max(0, seconds.size() - Standing.RECENT_SECONDS), seconds.size());
    }

    /** Returns how many requests are measured at most, if a number ends the run. */
    OptionalLong requests() {
        return extent.requests().orElse(Long.MAX_VALUE) == Long.MAX_VALUE ? OptionalLong.empty() : extent.requests();
    }

    /** Returns for how long it is measured in all, where a time ends the run. */
    OptionalDouble wholeS() {
        return now.untilCloseNanos().isPresent() && extent.duration().isPresent()
                ? OptionalDouble.of(measuredS() + now.untilCloseNanos().getAsLong() / NANOS_PER_SECOND)
                : OptionalDouble.empty();
    }

    /** Returns how much longer it is measured by the clock. */
    OptionalDouble leftS() {
        return now.untilCloseNanos().isPresent()
                ? OptionalDouble.of(now.untilCloseNanos().getAsLong() / NANOS_PER_SECOND)
                : OptionalDouble.empty();
    }

    /** Returns how much longer the requests that are left will take, at the pace of those before. */
    OptionalDouble leftByPaceS() {
        long sent = now.soFar().sent();
        if (requests().isEmpty() || sent == 0 || measuredS() < 1) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((requests().getAsLong() - sent) * measuredS() / sent);
    }
}
