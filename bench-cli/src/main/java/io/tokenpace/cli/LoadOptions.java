package io.tokenpace.cli;

import io.tokenpace.bench.schedule.ArrivalProcess;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.schedule.RateCurve;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** How much load there is, and for how long. */
final class LoadOptions {
    private static final int MOCK_USERS = 16;
    private static final int SERVICE_USERS = 10;
    private static final Duration DURATION = Duration.ofSeconds(20);
    private static final Duration OPEN_WARMUP = Duration.ofSeconds(5);

    @Option(
            names = {"-c", "--concurrency"},
            paramLabel = "N",
            description = "Closed loop: this many users, each of whom sends a request when the answer before has ended"
                    + " (default: 16 for the mock, 10 for a URL).")
    private Integer concurrency;

    @Option(
            names = {"-r", "--rate"},
            paramLabel = "R",
            description = "Open loop: this many requests a second, however slow the answers.")
    private Double rate;

    @Option(
            names = "--stages",
            paramLabel = "R/s:D,…",
            converter = RateStages.Converter.class,
            description = "Open loop: one rate after the other, each for its time, as in 10/s:30s,50/s:1m; 0/s is a"
                    + " pause. They are measured from the first to the last; timeline.jsonl tells them apart.")
    private RateStages stages;

    @Option(
            names = "--arrival",
            paramLabel = "PROCESS",
            converter = ArrivalSpec.class,
            description = "How the requests of an open loop are spread: constant, poisson or gamma:SHAPE, which comes"
                    + " in bursts below 1, is Poisson at 1 and more even above (default: constant).")
    private ArrivalProcess arrival;

    @Option(
            names = "--ramp",
            paramLabel = "D",
            converter = Durations.class,
            description = "Rise to the full load over this time: the rate from 0 in a straight line, or the users one"
                    + " after the other. The ramp comes before the warm-up and is outside all figures"
                    + " (default: none).")
    private Duration ramp;

    @Option(
            names = "--max-in-flight",
            paramLabel = "N",
            description =
                    "Open loop: at most this many requests in flight; the others wait, and their wait is in ttft.")
    private Integer maxInFlight;

    @Option(
            names = "--warmup",
            paramLabel = "D|N",
            converter = WarmupSpec.class,
            description = "Warm up for a time or a number of requests, outside all figures (default: the first wave in"
                    + " a closed loop, 5s in an open one).")
    private Extent warmup;

    @Option(
            names = {"-n", "--requests"},
            paramLabel = "N",
            description = "Send this many requests.")
    private Long requests;

    @Option(
            names = {"-d", "--duration"},
            paramLabel = "D",
            converter = Durations.class,
            description = "Start requests for this long (default: 20s, none with -n, --stages or --trace).")
    private Duration duration;

    @Option(
            names = "--grace",
            paramLabel = "D",
            converter = Durations.class,
            description = "After the last start, wait this long for answers (default: as --timeout).")
    private Duration grace;

    LoadShape shape(boolean mock) {
        Duration rise = Optional.ofNullable(ramp).orElse(Duration.ZERO);
        if (rate == null && stages == null) {
            requireOpen("--max-in-flight", maxInFlight);
            requireOpen("--arrival", arrival);
            return new LoadShape.Closed(
                    Optional.ofNullable(concurrency).orElse(mock ? MOCK_USERS : SERVICE_USERS), rise);
        }
        exclude("--concurrency", concurrency, "--rate", rate);
        exclude("--concurrency", concurrency, "--stages", stages);
        exclude("--rate", rate, "--stages", stages);
        return new LoadShape.Open(
                stages == null ? RateCurve.steady(rate) : RateCurve.stages(stages.stages()),
                Optional.ofNullable(arrival).orElse(ArrivalProcess.CONSTANT),
                rise,
                places());
    }

    /**
     * Returns the load of a trace, which brings its own moments.
     *
     * @param walks gives them from the first one, anew each time
     */
    LoadShape replaying(String trace, Supplier<LongUnaryOperator> walks) {
        excludeTrace("--concurrency", concurrency);
        excludeTrace("--rate", rate);
        excludeTrace("--stages", stages);
        excludeTrace("--arrival", arrival);
        excludeTrace("--ramp", ramp);
        excludeTrace("--warmup", warmup);
        return new LoadShape.Replayed(trace, walks, places());
    }

    private static void excludeTrace(String name, Object value) {
        if (value != null) {
            throw new IllegalArgumentException(
                    "--trace and " + name + " exclude each other: a trace brings its own load");
        }
    }

    private OptionalInt places() {
        return maxInFlight == null ? OptionalInt.empty() : OptionalInt.of(maxInFlight);
    }

    private static void requireOpen(String name, Object value) {
        if (value != null) {
            throw new IllegalArgumentException(name + " (" + value + ") needs --rate or --stages");
        }
    }

    private static void exclude(String name, Object value, String otherName, Object otherValue) {
        if (value != null && otherValue != null) {
            throw new IllegalArgumentException(
                    name + " (" + value + ") and " + otherName + " (" + otherValue + ") exclude each other");
        }
    }

    Extent warmup(LoadShape shape) {
        if (warmup != null) {
            return warmup;
        }
        if (shape instanceof LoadShape.Replayed) {
            return Extent.ofRequests(0);
        }
        return shape instanceof LoadShape.Closed closed
                ? Extent.ofRequests(closed.users())
                : Extent.ofDuration(OPEN_WARMUP);
    }

    Extent extent(LoadShape shape) {
        if (requests != null && requests <= 0) {
            throw new IllegalArgumentException("--requests (" + requests + ") must be positive");
        }
        if (duration != null && duration.isZero()) {
            throw new IllegalArgumentException("--duration (0) must be positive");
        }
        if (shape instanceof LoadShape.Replayed && requests == null && duration == null) {
            return Extent.ofRequests(Long.MAX_VALUE);
        }
        return new Extent(requests == null ? OptionalLong.empty() : OptionalLong.of(requests), longestTime());
    }

    private Optional<Duration> longestTime() {
        if (stages != null) {
            Duration whole = stages.duration();
            return Optional.of(duration != null && duration.compareTo(whole) < 0 ? duration : whole);
        }
        return Optional.ofNullable(duration == null && requests == null ? DURATION : duration);
    }

    Duration grace(Duration timeout) {
        return Optional.ofNullable(grace).orElse(timeout);
    }
}
