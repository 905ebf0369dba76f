package io.tokenpace.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.StreamedContent;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestMetricsTest {
    private static Map<Metric, Double> figures(RequestRecord request) {
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        RequestMetrics.derive(
                request,
                (metric, steps) -> figures.put(metric, steps / metric.unit().stepsPerUnit()));
        return figures;
    }

    @Test
    void shouldMeasureFromTheIntendedStartWhenTheClientIsLate() {
        Map<Metric, Double> figures =
                figures(Requests.good().timedAt(0, 5, 50).tokens(150, 450).record());
        assertThat(figures)
                .containsEntry(Metric.TTFT, 150.0)
                .containsEntry(Metric.TTFT_SERVICE, 100.0)
                .containsEntry(Metric.SEND_LAG, 5.0)
                .containsEntry(Metric.QUEUE, 45.0)
                .containsEntry(Metric.E2E, 450.0);
    }

    @Test
    void shouldTellTheTlsHandshakeFromTheConnectionBeforeIt() {
        Map<Metric, Double> figures =
                figures(Requests.good().timedAt(0, 5, 50).opening(10, 30, 45).record());
        assertThat(figures)
                .containsEntry(Metric.CONNECT_WAIT, 35.0)
                .containsEntry(Metric.CONNECT, 20.0)
                .containsEntry(Metric.TLS, 15.0)
                .containsEntry(Metric.QUEUE, 5.0);
    }

    @Test
    void shouldHaveNoTlsWhereThereIsNone() {
        Map<Metric, Double> figures =
                figures(Requests.good().timedAt(0, 5, 50).opening(10, 30, -1).record());
        assertThat(figures)
                .containsEntry(Metric.CONNECT_WAIT, 20.0)
                .containsEntry(Metric.CONNECT, 20.0)
                .doesNotContainKey(Metric.TLS);
    }

    @Test
    void shouldTakeTheWaitForASlotFromTheFirstAttempt() {
        Map<Metric, Double> figures = figures(Requests.good()
                .timedAt(0, 5, 100)
                .tokens(150, 450)
                .attempts(Requests.refusal(5, 20, 80), Requests.answered(100, 450))
                .record());
        assertThat(figures)
                .containsEntry(Metric.TTFT, 150.0)
                .containsEntry(Metric.TTFT_SERVICE, 50.0)
                .containsEntry(Metric.SEND_LAG, 5.0)
                .containsEntry(Metric.QUEUE, 0.0);
    }

    @Test
    void shouldDivideByTheTokensAfterTheFirstWhenEveryTokenIsAnEvent() {
        Map<Metric, Double> figures = figures(Requests.good().record());
        assertThat(figures).containsEntry(Metric.TPOT, 30.0).containsEntry(Metric.DECODE_RATE, 33.333);
    }

    @Test
    void shouldNotCountTheTokensOfABundledFirstArrival() {
        // 100 tokens in 4 events of 100 characters, the first two of them in one arrival: 50 tokens took 300 ms.
        Map<Metric, Double> figures = figures(Requests.good()
                .usage(new Usage(100, 0, 0, 100, 0))
                .content(new StreamedContent(4, 400, 2, 200))
                .record());
        assertThat(figures).containsEntry(Metric.DECODE_RATE, 166.667).containsEntry(Metric.TPOT, 6.0);
    }

    @Test
    void shouldNotRecordADecodeRateWhenEverythingCameAtOnce() {
        Map<Metric, Double> figures = figures(Requests.good()
                .tokens(101, 101)
                .content(new StreamedContent(11, 55, 11, 55))
                .record());
        assertThat(figures).doesNotContainKeys(Metric.DECODE_RATE, Metric.TPOT, Metric.STALL);
    }

    @Test
    void shouldNotRecordADecodeRateForASingleToken() {
        Map<Metric, Double> figures = figures(Requests.good()
                .usage(new Usage(100, 0, 0, 1, 0))
                .tokens(101, 101)
                .content(new StreamedContent(1, 5, 1, 5))
                .record());
        assertThat(figures).doesNotContainKeys(Metric.DECODE_RATE, Metric.TPOT);
        assertThat(figures).containsKeys(Metric.TTFT, Metric.E2E);
    }

    @Test
    void shouldNotLetHiddenThinkingFlatterTheRate() {
        // 500 hidden and 101 visible tokens at 15 ms: 100 of them after the first visible one, in 1.5 s.
        StreamedContent visible = new StreamedContent(101, 505, 1, 5);
        Map<Metric, Double> figures = figures(Requests.good()
                .usage(new Usage(100, 0, 0, 601, 500))
                .content(visible)
                .tokens(7_601, 9_101)
                .thought(101, 7_601, visible)
                .record());
        assertThat(figures).containsEntry(Metric.DECODE_RATE, 66.667).containsEntry(Metric.THINKING, 7_500.0);
    }

    @Test
    void shouldKeepSummarisedThinkingOutOfTheRate() {
        StreamedContent visible = new StreamedContent(10, 50, 1, 5);
        Map<Metric, Double> figures = figures(Requests.good()
                .usage(new Usage(100, 0, 0, 40, 30))
                .content(new StreamedContent(13, 80, 1, 10))
                .tokens(101, 1_091)
                .thought(101, 1_001, visible)
                .record());
        assertThat(figures).containsEntry(Metric.TPOT, 10.0).containsEntry(Metric.TTFT, 101.0);
    }

    @Test
    void shouldEstimateTokensByEventsWhenTheServiceCountsNone() {
        Map<Metric, Double> figures = figures(Requests.good().usage(Usage.NONE).record());
        assertThat(figures)
                .containsEntry(Metric.OUTPUT_TOKENS, 11.0)
                .containsEntry(Metric.TPOT, 30.0)
                .doesNotContainKeys(Metric.INPUT_TOKENS, Metric.PREFILL_RATE);
    }

    @Test
    void shouldNotPretendToATtftOfAnAnswerThatCameWhole() {
        Map<Metric, Double> figures = figures(Requests.good()
                .came(450)
                .content(new StreamedContent(1, 55, 0, 0))
                .record());
        assertThat(figures)
                .containsEntry(Metric.E2E, 450.0)
                .containsEntry(Metric.OUTPUT_TOKENS, 11.0)
                .containsEntry(Metric.INPUT_TOKENS, 100.0)
                .doesNotContainKeys(
                        Metric.TTFT,
                        Metric.TTFT_SERVICE,
                        Metric.FIRST_TEXT,
                        Metric.TPOT,
                        Metric.DECODE_RATE,
                        Metric.STALL,
                        Metric.PREFILL_RATE);
    }

    @Test
    void shouldCountCachedTokensAsInputButNotAsPrefilled() {
        Map<Metric, Double> figures =
                figures(Requests.good().usage(new Usage(10, 40, 950, 11, 0)).record());
        assertThat(figures)
                .containsEntry(Metric.INPUT_TOKENS, 1_000.0)
                .containsEntry(Metric.CACHED_TOKENS, 950.0)
                .containsEntry(Metric.PREFILL_RATE, 500.0);
    }
}
