package io.tokenpace.bench.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Calibrations made up for tests. */
public final class CalibrationSamples {
    public static final CalibrationMachine MACHINE = new CalibrationMachine("Abacus 9", 4, "Linux 6.1", "17.0.1+12");

    private static final Tail TAIL = new Tail(2_000, 0.05, 0.08, 0.2, 1.5);

    private CalibrationSamples() {}

    /** A step with 33 events a second and stream, whose errors at the median are as many µs as told. */
    public static CalibrationStep step(int streams, boolean held, double errorUs) {
        return new CalibrationStep(
                streams,
                held,
                held ? Optional.empty() : Optional.of("too slow"),
                1,
                false,
                33 * streams,
                10L * streams,
                320L * streams,
                319L * streams,
                0,
                error(200, errorUs),
                error(200, 90),
                error(6_000, errorUs / 2),
                error(200, 3),
                error(6_400, 60),
                TAIL,
                TAIL,
                TAIL,
                new CalibrationStep.Cpu(OptionalDouble.of(21.5), OptionalDouble.of(12.5)),
                Optional.of(CalibrationStep.Memory.of(4_000L * streams, 2_500L * streams, streams)));
    }

    /** An error whose p90 is twice, whose p99 four times its median. */
    public static ErrorTail error(long count, double medianUs) {
        return new ErrorTail(
                count,
                OptionalDouble.of(medianUs),
                OptionalDouble.of(2 * medianUs),
                OptionalDouble.of(4 * medianUs),
                OptionalDouble.of(8 * medianUs),
                OptionalDouble.of(-medianUs / 10));
    }

    public static CalibrationResult of(CalibrationStep... steps) {
        return new CalibrationResult(
                CalibrationResult.SCHEMA,
                "complete",
                "0.1.0",
                "2026-11-20T20:38:00Z",
                MACHINE,
                30,
                32,
                10,
                new CalibrationResult.HiccupFloor(TAIL, TAIL),
                List.of(steps));
    }

    /** Held at 1, 10 and 100 streams, and not at 500. */
    public static CalibrationResult sample() {
        return of(step(1, true, 20), step(10, true, 24), step(100, true, 40), step(500, false, 1_500));
    }
}
