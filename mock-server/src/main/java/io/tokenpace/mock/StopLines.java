package io.tokenpace.mock;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What a server with a process to itself says when it stops: what it waits for, and then what it has done. */
final class StopLines {
    private static final long MOST_MICROS = 10_000;

    private StopLines() {}

    static String stopping(int underWay, Duration grace) {
        if (underWay == 0) {
            return "stopping: no answers under way";
        }
        return "stopping: " + counted(underWay, "answer") + " under way, waiting up to " + written(grace);
    }

    static String served(long requests, int cut, Histogram lateness, Optional<Histogram> hiccups) {
        String served = "served " + counted(requests, "request") + (cut == 0 ? "" : ", " + cut + " of them cut");
        if (lateness.getTotalCount() == 0) {
            return served;
        }
        return served + "; events were written p50 " + quantile(lateness, 50) + ", p90 " + quantile(lateness, 90)
                + ", p99 " + quantile(lateness, 99) + " after they were due"
                + hiccups.map(machine -> "; the machine itself was p99 " + quantile(machine, 99) + " late")
                        .orElse("");
    }

    private static String counted(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    private static String quantile(Histogram lateness, double percentile) {
        long nanos = lateness.getValueAtPercentile(percentile);
        long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
        return micros < MOST_MICROS ? micros + " µs" : TimeUnit.MICROSECONDS.toMillis(micros) + " ms";
    }

    private static String written(Duration time) {
        long millis = time.toMillis();
        return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
    }
}
