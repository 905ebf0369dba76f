package io.tokenpace.bench.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tokenpace.bench.measure.Requests;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.result.Metric;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class TimelineBookTest {
    private static final double ALL_THE_TIME = 0;

    private final TimelineBook book = new TimelineBook(Steps.of(5, 3));

    @Test
    void shouldGiveRatesASecondOfEachStepTheShorterLastOneToo() {
        LongStream.range(0, 5).mapToObj(SampleRun::second).forEach(book::add);
        Timeline timeline = book.timeline(ALL_THE_TIME);
        assertThat(timeline.stepS()).isEqualTo(2);
        assertThat(timeline.startS()).containsExactly(0L, 2L, 4L);
        assertThat(timeline.offered()).containsExactly(0.5, 2.5, 4.0);
        assertThat(timeline.contentEvents()).containsExactly(10.0, 10.0, 10.0);
    }

    @Test
    void shouldTellWhatIsInFlightAtTheEndOfAStepAndTheWorstLagWithinIt() {
        LongStream.range(0, 5).mapToObj(SampleRun::second).forEach(book::add);
        Timeline timeline = book.timeline(ALL_THE_TIME);
        assertThat(timeline.inFlight()).containsExactly(1L, 3L, 4L);
        assertThat(timeline.loopLagMaxMs())
                .containsExactly(OptionalDouble.of(1), OptionalDouble.of(3), OptionalDouble.of(4));
        assertThat(timeline.hiccupMaxMs()).containsOnly(OptionalDouble.empty());
    }

    @Test
    void shouldTakePercentilesOfTheSumOfAStepsSeconds() {
        Histogram quick = new Histogram(SampleRun.times());
        quick.recordValueWithCount(10_000_000, 99);
        book.add(Metric.TTFT, false, 0, quick);
        book.add(Metric.TTFT, false, 1, SampleRun.times(1_000));
        List<OptionalDouble> p99 =
                book.timeline(ALL_THE_TIME).bands().get("ttft").get("p99");
        // The mean of the two seconds' own would be some 505.
        assertThat(p99.get(0).orElseThrow()).isCloseTo(10, within(0.01));
        assertThat(p99.get(1)).isEmpty();
    }

    @Test
    void shouldTellNoPercentileThatTooFewValuesCarry() {
        book.add(Metric.TTFT, false, 0, SampleRun.times(10, 20, 30));
        Timeline timeline = book.timeline(ALL_THE_TIME);
        assertThat(timeline.bands().get("ttft").get("p50").get(0)).isPresent();
        assertThat(timeline.bands().get("ttft").get("p90").get(0)).isEmpty();
    }

    @Test
    void shouldGiveRatesTheirLowTail() {
        assertThat(book.timeline(ALL_THE_TIME).bands().get("decode_rate")).containsOnlyKeys("p50", "p10", "p1");
    }

    @Test
    void shouldCountFailuresByKindInTheStepTheyEndedIn() {
        book.add(Requests.good()
                .tokens(100, 2_500)
                .failed(ErrorKind.RATE_LIMITED)
                .record());
        book.add(Requests.good()
                .tokens(100, 3_500)
                .failed(ErrorKind.RATE_LIMITED)
                .record());
        book.add(Requests.good().tokens(100, 3_500).record());
        assertThat(book.timeline(ALL_THE_TIME).errors())
                .containsOnlyKeys("rate_limited")
                .containsEntry("rate_limited", List.of(0L, 2L, 0L));
    }

    @Test
    void shouldMeasureFromTheFirstMeasuredRequestForAsLongAsTheWindow() {
        book.add(Requests.good().timedAt(2_100, 2_100, 2_100).record());
        assertThat(book.timeline(1.5).measured()).containsExactly(false, true, false);
    }

    @Test
    void shouldMeasureToTheEndWhereTheWindowNeverClosed() {
        book.add(Requests.good().timedAt(2_100, 2_100, 2_100).record());
        assertThat(book.timeline(ALL_THE_TIME).measured()).containsExactly(false, true, true);
    }

    @Test
    void shouldTakeTheFirstMeasuredFigureForTheStartWhereNoRequestsAreOnRecord() {
        book.add(Metric.TTFT, true, 0, SampleRun.times(10));
        book.add(Metric.TTFT, false, 4, SampleRun.times(10));
        assertThat(book.timeline(1).measured()).containsExactly(false, false, true);
    }
}
