package io.tokenpace.bench.report;

import static io.tokenpace.bench.result.CalibrationSamples.sample;
import static io.tokenpace.bench.result.CalibrationSamples.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.result.CalibrationResult;
import io.tokenpace.bench.result.CalibrationSamples;
import io.tokenpace.bench.result.Tail;
import org.junit.jupiter.api.Test;

class CalibrationReportTest {
    @Test
    void shouldBeginWithWhatToRelyOn() {
        assertThat(CalibrationReport.table(sample())).startsWith("""
                        on this machine up to 100 streams the error of TTFT is 40 µs at the median, 80 µs at p90
                        Abacus 9, 4 cores, Linux 6.1, Java 17.0.1+12; Tokenpace 0.1.0
                        streams of 32 tokens, one every 30 ms and each flushed alone, for 10 s a load
                        """);
    }

    @Test
    void shouldGiveEachLoadItsErrors() {
        assertThat(CalibrationReport.table(sample()))
                .containsPattern("ERRORS, µs +ttft p50 +p90 +p99 +gap p50 +p90 +p99 +median ± +tpot p50 +p90\n")
                .containsPattern("  1 stream +20 +40 +80 +10 +20 +40 +-1\\.0 +3\\.0 +6\\.0 +held\n")
                .containsPattern("  500 streams +1,500 +3,000 +6,000 .* gave in\n");
    }

    @Test
    void shouldTellOfMemoryOnlyWhereManyStreamsShareIt() {
        assertThat(CalibrationReport.table(sample()))
                .containsPattern("  10 streams +330 +90 +0\\.200 +0\\.200 +22 +13 +– +– +120\n")
                .containsPattern("  100 streams +3,300 +90 +0\\.200 +0\\.200 +22 +13 +2\\.5 +4\\.0 +120\n");
    }

    @Test
    void shouldPutTheIdleMachineBesideThem() {
        assertThat(CalibrationReport.table(sample()))
                .containsPattern("HICCUP FLOOR, idle, µs +p50 +p90 +p99 +max\n  before +50 +80 +200 +1,500\n");
    }

    @Test
    void shouldSayWhyALoadWasNotHeld() {
        assertThat(CalibrationReport.table(sample())).endsWith("note: 500 streams: too slow\n");
    }

    @Test
    void shouldSaySoWhereNothingWasHeld() {
        assertThat(CalibrationReport.table(CalibrationSamples.of(step(1, false, 2_000))))
                .startsWith("on this machine nothing can be relied on now: not even the lowest load was held\n");
    }

    @Test
    void shouldJudgeNothingWhereNothingWasMeasured() {
        assertThat(CalibrationReport.table(CalibrationSamples.of()))
                .startsWith("no load was measured to its end\n")
                .doesNotContain("relied on", "ERRORS");
    }

    @Test
    void shouldSaySoWhereTheMachineWasNotQuiet() {
        CalibrationResult quiet = sample();
        CalibrationResult noisy = new CalibrationResult(
                quiet.schema(),
                quiet.state(),
                quiet.version(),
                quiet.measuredUtc(),
                quiet.machine(),
                30,
                32,
                10,
                new CalibrationResult.HiccupFloor(quiet.hiccupFloor().before(), new Tail(1_000, 0.05, 0.9, 4.75, 20)),
                quiet.steps());
        assertThat(CalibrationReport.table(noisy))
                .contains("note: this machine was not quiet: idle, a mere sleeper woke 4.750 ms late at p99; calibrate"
                        + " again when nothing else runs\n");
        assertThat(CalibrationReport.table(quiet)).doesNotContain("not quiet");
    }

    @Test
    void shouldPrintTheWholeAsJson() {
        assertThat(CalibrationReport.json(sample()))
                .contains("\"schema\" : \"tokenpace.calibration/1\"", "\"signed_p50_us\" : -2.0")
                .endsWith("}\n");
    }
}
