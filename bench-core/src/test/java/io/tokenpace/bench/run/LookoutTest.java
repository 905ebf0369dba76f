package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.measure.MetricSet;
import io.tokenpace.bench.measure.Requests;
import io.tokenpace.bench.measure.Window;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.result.Totals;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LookoutTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();
    private static final long MILLI = 1_000_000;

    private final Window window = new Window();
    private final Lookout lookout = new Lookout(window);

    private static Second second(long contentEvents) {
        return new Second(0, 0, 0, 0, 0, 0, contentEvents, NONE, NONE, NONE, NONE, NONE);
    }

    private Standing at(long nanos) {
        return lookout.standing(second(20), new Totals(0, 0, 0, 0, 0, 0), nanos);
    }

    /** Ends a second in which so many answers had one TTFT. */
    private void pass(int answers, long ttftMs) {
        MetricSet measured = MetricSet.fast();
        for (int i = 0; i < answers; i++) {
            measured.record(Metric.TTFT, ttftMs * MILLI);
        }
        lookout.endSecond(measured, MetricSet.fast());
    }

    @Test
    void shouldAddUpTheHistogramsOfTheLastFiveSeconds() {
        pass(90, 10);
        pass(9, 20);
        pass(1, 1_000);
        assertThat(at(0).ttft().count()).isEqualTo(100);
        assertThat(at(0).ttft().p50().getAsDouble()).isBetween(9.99, 10.01);
        assertThat(at(0).ttft().p99().getAsDouble()).isBetween(19.98, 20.02);
        assertThat(at(0).ttft().max().getAsDouble()).isBetween(999.0, 1_001.0);
    }

    @Test
    void shouldForgetWhatIsLongerAgo() {
        pass(200, 5_000);
        for (int i = 0; i < Standing.RECENT_SECONDS; i++) {
            pass(1, 10);
        }
        assertThat(at(0).ttft().count()).isEqualTo(5);
        assertThat(at(0).ttft().max().getAsDouble()).isBetween(9.99, 10.01);
        assertThat(at(0).ttft().p50().getAsDouble()).isBetween(9.99, 10.01);
    }

    @Test
    void shouldKeepSilentOnAPercentileWithTooFewValues() {
        pass(99, 10);
        assertThat(at(0).ttft().p50()).isPresent();
        assertThat(at(0).ttft().p99()).isEmpty();
        assertThat(at(0).decodeRate()).isEqualTo(Standing.Recent.NONE);
    }

    @Test
    void shouldTellWarmUpMeasuringAndDrainingApart() {
        assertThat(at(10).phase()).isEqualTo(Standing.Phase.WARM_UP);
        window.openAt(100);
        window.closeAt(400);
        assertThat(at(99).phase()).isEqualTo(Standing.Phase.WARM_UP);
        assertThat(at(99).untilCloseNanos()).isEmpty();
        assertThat(at(150).phase()).isEqualTo(Standing.Phase.MEASURING);
        assertThat(at(150).measuredNanos()).isEqualTo(50);
        assertThat(at(150).untilCloseNanos()).isEqualTo(OptionalLong.of(250));
        assertThat(at(400).phase()).isEqualTo(Standing.Phase.DRAINING);
        assertThat(at(500).measuredNanos()).isEqualTo(300);
    }

    @Test
    void shouldKnowNoEndWhereNoTimeEndsTheRun() {
        window.openAt(100);
        assertThat(at(150).untilCloseNanos()).isEmpty();
    }

    @Test
    void shouldCountTokensAndNotEvents() {
        assertThat(at(0).tokensPerS()).isEmpty();
        // Eleven events with content held 55 tokens.
        lookout.add(Requests.good().usage(new Usage(100, 0, 0, 55, 0)).record());
        assertThat(at(0).tokensPerS()).hasValue(100);
    }

    @Test
    void shouldCountFailuresByKind() {
        lookout.add(Requests.good().failed(ErrorKind.RESET).record());
        lookout.add(Requests.good().failed(ErrorKind.RATE_LIMITED).record());
        lookout.add(Requests.good().failed(ErrorKind.RESET).record());
        lookout.add(Requests.good().record());
        assertThat(at(0).failures()).isEqualTo(Map.of(ErrorKind.RESET, 2L, ErrorKind.RATE_LIMITED, 1L));
    }
}
