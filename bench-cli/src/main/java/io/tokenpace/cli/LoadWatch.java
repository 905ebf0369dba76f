package io.tokenpace.cli;

import io.tokenpace.bench.client.Exchange;
import io.tokenpace.bench.measure.ProcessMemory;
import io.tokenpace.bench.result.CalibrationStep;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.result.Totals;
import io.tokenpace.bench.run.RunObserver;
import io.tokenpace.bench.run.Standing;
import java.util.Optional;

/**
 * Watches one load of a calibration: keeps its answers, and reads the memory before it and once the full load is there and nothing is
 * measured yet, since that stops the whole process for some milliseconds.
 */
final class LoadWatch implements RunObserver {
    private static final double NEARLY_ALL = 0.9;

    private final int streams;
    private final RunObserver progress;
    private final SeenAnswers answers = new SeenAnswers();
    private volatile ProcessMemory beforeLoad = new ProcessMemory(0, 0);
    private volatile Optional<ProcessMemory> underLoad = Optional.empty();

    LoadWatch(int streams, RunObserver progress) {
        this.streams = streams;
        this.progress = progress;
    }

    @Override
    public void ready() {
        beforeLoad = ProcessMemory.now();
    }

    @Override
    public void second(Second second, Totals soFar) {
        progress.second(second, soFar);
        if (underLoad.isEmpty() && soFar.sent() == 0 && second.inFlight() >= NEARLY_ALL * streams) {
            underLoad = Optional.of(ProcessMemory.now());
        }
    }

    @Override
    public void standing(Standing standing) {
        progress.standing(standing);
    }

    @Override
    public void ended(Exchange exchange) {
        answers.add(exchange);
    }

    SeenAnswers answers() {
        return answers;
    }

    /** Returns by how much the full load made the memory grow beyond that of a run without any, if it was there in time. */
    Optional<CalibrationStep.Memory> growth() {
        return underLoad.map(full -> CalibrationStep.Memory.of(
                full.residentBytes() - beforeLoad.residentBytes(), full.heapBytes() - beforeLoad.heapBytes(), streams));
    }
}
