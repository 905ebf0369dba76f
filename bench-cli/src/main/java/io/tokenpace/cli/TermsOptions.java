package io.tokenpace.cli;

import io.tokenpace.bench.run.Bounds;
import io.tokenpace.bench.run.Terms;
import io.tokenpace.bench.schedule.StopRule;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What may end a run early, and what it is judged by. */
final class TermsOptions {
    private static final Duration SATURATED_TTFT = Duration.ofSeconds(10);

    @Option(
            names = "--max-errors",
            paramLabel = "N|P%%",
            converter = ErrorLimitSpec.class,
            description = "End the run early once this many requests have failed, warm-up included, or more than this"
                    + " share of those that have ended, judged from 20 on; 100%% lets all fail (default: end it when"
                    + " the first 100 have all failed).")
    private StopRule maxErrors = StopRule.nothingSucceeds();

    @Option(
            names = "--stop-when-saturated",
            description = "Open loop: end the run early when the service no longer keeps up: under 98 %% of the"
                    + " requests due are taken up, 5 %% fewer are answered than come, or requests under way and ttft"
                    + " both keep rising. Judged every second over the last minute or half of what was measured.")
    private boolean stopWhenSaturated;

    @Option(
            names = "--saturated-ttft",
            paramLabel = "D",
            converter = Durations.class,
            description = "With --stop-when-saturated: the ttft from which on a rising one is too much (default: 10s).")
    private Duration saturatedTtft;

    @Option(
            names = "--ceiling",
            description = "Measure throughput alone, to find the client's own limit: latencies are marked as limited by"
                    + " the client, and the rules that a client at its limit breaks (lag, empty queues, concurrency held,"
                    + " the mock's lateness) become notes.")
    private boolean ceiling;

    /** @param bounds what may be used at most */
    Terms terms(Bounds bounds) {
        if (saturatedTtft != null && !stopWhenSaturated) {
            throw new IllegalArgumentException("--saturated-ttft needs --stop-when-saturated");
        }
        Optional<Duration> bound = stopWhenSaturated
                ? Optional.of(Optional.ofNullable(saturatedTtft).orElse(SATURATED_TTFT))
                : Optional.empty();
        return new Terms(maxErrors, bounds, bound, ceiling);
    }
}
