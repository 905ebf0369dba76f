package io.tokenpace.bench.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.measure.LoopRecorder;
import io.tokenpace.bench.measure.MetricSet;
import io.tokenpace.bench.measure.Window;
import io.tokenpace.bench.result.Metric;
import java.time.Duration;
import org.HdrHistogram.AbstractHistogram;
import org.junit.jupiter.api.Test;

class RecordedGapsTest {
    private static final long MS = 1_000_000;

    private final LoopRecorder recorder = new LoopRecorder(new Window());
    private final MetricSet measured = MetricSet.fast();
    private final MetricSet warmup = MetricSet.fast();

    @Test
    void shouldRecordAGapOncePerArrivalAndItsShareOncePerToken() {
        recorder.record(answer(false, 4, 0, 10, 40));

        drain();
        assertThat(counts(Metric.ITL)).isEqualTo("10 ms x1, 40 ms x1");
        assertThat(counts(Metric.ITL_TOKEN)).isEqualTo("10 ms x5");
    }

    @Test
    void shouldRecordNoGapATokenWhereEventsAreNoTokens() {
        recorder.record(answer(false, 40, 0, 10, 40));

        drain();
        assertThat(counts(Metric.ITL)).isEqualTo("10 ms x1, 40 ms x1");
        assertThat(counts(Metric.ITL_TOKEN)).isEmpty();
    }

    @Test
    void shouldMoveWhatIsNewAndNothingTwice() {
        for (int round = 1; round <= 5; round++) {
            recorder.record(answer(false, 6, 0, 10, 40));

            drain();
            assertThat(measured.of(Metric.ITL).getTotalCount()).isEqualTo(2L * round);
            assertThat(measured.of(Metric.ITL_TOKEN).getTotalCount()).isEqualTo(5L * round);
        }
    }

    @Test
    void shouldKeepTheWarmUpApart() {
        recorder.record(answer(true, 6, 0, 10, 40));

        drain();
        assertThat(measured.of(Metric.ITL).getTotalCount()).isZero();
        assertThat(warmup.of(Metric.ITL).getTotalCount()).isEqualTo(2);
    }

    @Test
    void shouldCountGapsThatNoHistogramHoldsOnce() {
        long beyond = Duration.ofHours(2).toMillis();
        recorder.record(answer(false, 6, 0, beyond, beyond));
        recorder.record(answer(false, 100, 0, beyond, beyond));

        drain();
        assertThat(measured.overflows()).isEqualTo(4);
        assertThat(measured.of(Metric.ITL).getTotalCount()).isZero();
        assertThat(measured.of(Metric.ITL_TOKEN).getTotalCount()).isZero();
    }

    @Test
    void shouldLoseNothingWhileItIsReadAndRecordedAtOnce() throws InterruptedException {
        int answers = 20_000;
        Exchange each = answer(false, 6, 0, 10, 40);
        Thread loop = new Thread(() -> {
            for (int i = 0; i < answers; i++) {
                recorder.record(each);
            }
        });
        loop.start();
        while (loop.isAlive()) {
            drain();
            // Whole answers come or none.
            assertThat(measured.of(Metric.ITL).getTotalCount() % 2).isZero();
        }
        loop.join();

        drain();
        assertThat(measured.of(Metric.ITL).getTotalCount()).isEqualTo(2L * answers);
        assertThat(measured.of(Metric.ITL_TOKEN).getTotalCount()).isEqualTo(5L * answers);
    }

    private void drain() {
        recorder.drainTo(measured, warmup);
    }

    /** Returns an answer with an event at first, one after the first gap and four after the second. */
    private static Exchange answer(boolean warm, int tokens, long firstMillis, long gapMillis, long secondGapMillis) {
        Exchange exchange = new Exchange(new PreparedRequest(0, warm, 0, 25, 100, 0, new byte[0]), 0, 0, over -> {});
        exchange.sent(0, new ArrivalLog());
        long nanos = firstMillis * MS;
        arrive(exchange, 1, nanos);
        nanos += gapMillis * MS;
        arrive(exchange, 1, nanos);
        nanos += secondGapMillis * MS;
        arrive(exchange, 4, nanos);
        exchange.answer().outputTokens(tokens);
        return exchange;
    }

    private static void arrive(Exchange exchange, int events, long nanos) {
        for (int i = 0; i < events; i++) {
            exchange.answer().addText(5);
        }
        exchange.arrival(nanos);
    }

    private String counts(Metric metric) {
        AbstractHistogram histogram = measured.of(metric);
        StringBuilder counts = new StringBuilder();
        histogram
                .recordedValues()
                .forEach(value -> counts.append(counts.isEmpty() ? "" : ", ")
                        .append(Math.round(value.getValueIteratedTo() / 1e6))
                        .append(" ms x")
                        .append(value.getCountAtValueIteratedTo()));
        return counts.toString();
    }
}
