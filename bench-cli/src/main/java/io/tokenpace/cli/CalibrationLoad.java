package io.tokenpace.cli;

import io.tokenpace.bench.analysis.CalibrationBounds;
import io.tokenpace.bench.analysis.StampComparison;
import io.tokenpace.bench.result.CalibrationStep;
import io.tokenpace.bench.result.ClientHealth;
import io.tokenpace.bench.result.RunResult;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** One load of a calibration once it was played: what the client saw of it is held against what the mock did. */
final class CalibrationLoad {
    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final long POLL_MILLIS = 20;
    private static final double MICROS_PER_SECOND = 1e6;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double TENTHS = 10;

    private final MockProcess mock;
    private final int streams;
    private final Duration mockTimeBefore;
    private final long mockEventsBefore;

    /** Begins with what there is before anything is sent. */
    CalibrationLoad(MockProcess mock, int streams) throws IOException {
        this.mock = mock;
        this.streams = streams;
        mock.truth().read(other -> {});
        mockTimeBefore = mock.processorTime();
        mockEventsBefore = mock.truth().events();
    }

    /** Returns what came of it; attempts count from 1. */
    CalibrationStep conclude(RunResult run, LoadWatch watch, int attempt) throws IOException, InterruptedException {
        long mockNanos = mock.processorTime().minus(mockTimeBefore).toNanos();
        StampComparison comparison = compare(watch.answers());
        double mockEvents = mock.truth().events() - mockEventsBefore;
        ClientHealth client = run.client();
        double eventsPerS = run.throughput().outputTokensPerS().orElse(0);
        Optional<String> broken = CalibrationBounds.broken(run.verdict(), run.totals(), comparison);
        return new CalibrationStep(
                streams,
                broken.isEmpty(),
                broken,
                attempt,
                CalibrationBounds.isMockLate(comparison),
                eventsPerS,
                comparison.answers(),
                comparison.events(),
                comparison.arrivals(),
                watch.answers().size() + comparison.mismatched(),
                comparison.firstToken(),
                comparison.request(),
                comparison.gap(),
                comparison.tokenTime(),
                comparison.lateness(),
                client.sendLag(),
                client.loopLag(),
                client.hiccup(),
                new CalibrationStep.Cpu(
                        perEvent(client.cpuCores() * MICROS_PER_SECOND, eventsPerS),
                        perEvent(Math.max(0, mockNanos) / NANOS_PER_MICRO, mockEvents)),
                watch.growth());
    }

    /** The mock's writer is some milliseconds behind; what is still missing after the patience has no truth. */
    private StampComparison compare(SeenAnswers seen) throws IOException, InterruptedException {
        StampComparison comparison = new StampComparison();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (seen.size() > 0 && System.nanoTime() - deadline < 0) {
            mock.truth().read(truth -> seen.take(truth.id()).ifPresent(answer -> comparison.compare(answer, truth)));
            if (seen.size() > 0) {
                Thread.sleep(POLL_MILLIS);
            }
        }
        return comparison;
    }

    private static OptionalDouble perEvent(double micros, double events) {
        return events == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.round(micros / events * TENTHS) / TENTHS);
    }
}
