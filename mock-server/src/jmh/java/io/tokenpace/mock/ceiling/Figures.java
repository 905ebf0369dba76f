package io.tokenpace.mock.ceiling;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/**
 * What a server measured of itself over a span.
 *
 * @param loopCpuNanos what its event loops used, in the kernel too
 * @param loopAllocatedBytes what they allocated on the heap
 * @param answers how many requests were read
 * @param events how many events were written
 */
record Figures(
        long wallNanos,
        long loopCpuNanos,
        long loopAllocatedBytes,
        long answers,
        long events,
        long lateP50Nanos,
        long lateP90Nanos,
        long lateP99Nanos) {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MICRO = 1e3;

    static Figures parse(String line) {
        long[] values =
                Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
        return new Figures(values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7]);
    }

    String print() {
        return LongStream.of(
                        wallNanos,
                        loopCpuNanos,
                        loopAllocatedBytes,
                        answers,
                        events,
                        lateP50Nanos,
                        lateP90Nanos,
                        lateP99Nanos)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
    }

    String rates() {
        return String.format(
                Locale.ROOT,
                "%,.0f events/s of wall, %,.0f per CPU second of the loop (%.2f us each, loop %.0f %% busy),"
                        + " %.1f B allocated an event, %d answers begun",
                events / (wallNanos / NANOS_PER_SECOND),
                events / (loopCpuNanos / NANOS_PER_SECOND),
                loopCpuNanos / NANOS_PER_MICRO / events,
                100.0 * loopCpuNanos / wallNanos,
                (double) loopAllocatedBytes / events,
                answers);
    }

    String lateness() {
        return "written late by " + percentiles(lateP50Nanos, lateP90Nanos, lateP99Nanos);
    }

    static String percentiles(Histogram nanos) {
        return percentiles(
                nanos.getValueAtPercentile(50), nanos.getValueAtPercentile(90), nanos.getValueAtPercentile(99));
    }

    private static String percentiles(long p50Nanos, long p90Nanos, long p99Nanos) {
        return String.format(
                Locale.ROOT,
                "p50 %.0f us, p90 %.0f us, p99 %.0f us",
                p50Nanos / NANOS_PER_MICRO,
                p90Nanos / NANOS_PER_MICRO,
                p99Nanos / NANOS_PER_MICRO);
    }
}
