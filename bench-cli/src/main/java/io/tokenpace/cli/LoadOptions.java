package io.tokenpace.cli;

import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
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
            names = "--arrival",
            paramLabel = "PROCESS",
            defaultValue = "constant",
            description = "How the requests of an open loop are spread: ${COMPLETION-CANDIDATES}"
                    + " (default: ${DEFAULT-VALUE}).")
    private LoadShape.ArrivalProcess arrival;

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
            description = "Start requests for this long (default: 20s, none with -n).")
    private Duration duration;

    @Option(
            names = "--grace",
            paramLabel = "D",
            converter = Durations.class,
            description = "After the last start, wait this long for answers (default: as --timeout).")
    private Duration grace;

    LoadShape shape(boolean mock) {
        if (rate == null) {
            if (maxInFlight != null) {
                throw new IllegalArgumentException("--max-in-flight (" + maxInFlight + ") needs --rate");
            }
            return new LoadShape.Closed(Optional.ofNullable(concurrency).orElse(mock ? MOCK_USERS : SERVICE_USERS));
        }
        if (concurrency != null) {
            throw new IllegalArgumentException(
                    "--concurrency (" + concurrency + ") and --rate (" + rate + ") exclude each other");
        }
        return new LoadShape.Open(
                rate, arrival, maxInFlight == null ? OptionalInt.empty() : OptionalInt.of(maxInFlight));
    }

    Extent warmup(LoadShape shape) {
        if (warmup != null) {
            return warmup;
        }
        return shape instanceof LoadShape.Closed closed
                ? Extent.ofRequests(closed.users())
                : Extent.ofDuration(OPEN_WARMUP);
    }

    Extent extent() {
        if (requests != null && requests <= 0) {
            throw new IllegalArgumentException("--requests (" + requests + ") must be positive");
        }
        if (duration != null && duration.isZero()) {
            throw new IllegalArgumentException("--duration (0) must be positive");
        }
        Duration time = duration == null && requests == null ? DURATION : duration;
        return new Extent(
                requests == null ? OptionalLong.empty() : OptionalLong.of(requests), Optional.ofNullable(time));
    }

    Duration grace(Duration timeout) {
        return Optional.ofNullable(grace).orElse(timeout);
    }
}
