package io.tokenpace.cli;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.result.Totals;
import io.tokenpace.bench.run.Standing;
import io.tokenpace.bench.schedule.Extent;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Makes states of a run of 20 s that sends 10 requests a second, after 5 s of warm-up. */
final class Standings {
    static final Extent TWENTY_SECONDS = Extent.ofDuration(Duration.ofSeconds(20));

    private static final OptionalDouble NONE = OptionalDouble.empty();
    private static final long SECOND_NANOS = 1_000_000_000L;

    private long sent = 120;
    private long number;
    private Standing.Phase phase = Standing.Phase.MEASURING;
    private OptionalLong untilClose = OptionalLong.of(8 * SECOND_NANOS);
    private Map<ErrorKind, Long> failures = Map.of();
    private long answers = 50;
    private double tokensPerS = 870;

    private Standings(long number) {
        this.number = number;
    }

    /** Begins with the second of a number, 12 s after the window opened. */
    static Standings second(long number) {
        return new Standings(number);
    }

    Standings phase(Standing.Phase another) {
        phase = another;
        return this;
    }

    Standings sentOf(long requests) {
        sent = requests;
        untilClose = OptionalLong.empty();
        return this;
    }

    Standings failures(Map<ErrorKind, Long> kinds) {
        failures = kinds;
        return this;
    }

    Standings answers(long count) {
        answers = count;
        return this;
    }

    Standings tokensPerS(double rate) {
        tokensPerS = rate;
        return this;
    }

    Standing standing() {
        boolean measuring = phase == Standing.Phase.MEASURING;
        return new Standing(
                new Second(number, 11, 10, 9, 1, 16, 870, NONE, NONE, NONE, OptionalDouble.of(0.1 * number), NONE),
                new Totals(sent, sent, 1_119, 3, 0, 0),
                phase,
                measuring ? 12 * SECOND_NANOS : 0,
                measuring ? untilClose : OptionalLong.empty(),
                new Standing.Recent(
                        answers,
                        OptionalDouble.of(250),
                        answers < 100 ? NONE : OptionalDouble.of(604),
                        OptionalDouble.of(1_037.6)),
                new Standing.Recent(answers, OptionalDouble.of(70.8), NONE, OptionalDouble.of(80)),
                OptionalDouble.of(tokensPerS),
                failures);
    }

    PanelState state() {
        return PanelState.first(standing(), TWENTY_SECONDS);
    }

    PanelState state(Extent extent) {
        return PanelState.first(standing(), extent);
    }
}
