package io.tokenpace.bench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.StopReason;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.result.Attempt;
import io.tokenpace.bench.result.CellResult;
import io.tokenpace.bench.result.ErrorGroup;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.MetricSummary;
import io.tokenpace.bench.result.Outcome;
import io.tokenpace.bench.result.Percentile;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.ServiceHeaders;
import io.tokenpace.bench.result.Stamps;
import io.tokenpace.bench.result.StreamedContent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the page's data to its budget with runs that have as much of everything as can be. */
class PageSizeTest {
    private static final int BUDGET = 600_000;
    private static final int REQUESTS = 200_000;
    private static final int SECONDS = 6_000;
    private static final String HOSTILE = "<".repeat(5_000);
    private static final List<ErrorKind> KINDS = List.of(ErrorKind.values());
    private static final Map<String, MetricSummary> METRICS = metrics();

    private static Map<String, MetricSummary> metrics() {
        Map<String, OptionalDouble> percentiles = new LinkedHashMap<>();
        Percentile.ALL.forEach(percentile -> percentiles.put(percentile.name(), OptionalDouble.of(123_456.789)));
        Map<String, MetricSummary> metrics = new LinkedHashMap<>();
        OptionalDouble value = OptionalDouble.of(123_456.789);
        for (Metric metric : Metric.values()) {
            metrics.put(
                    metric.label(),
                    new MetricSummary("tokens/s", REQUESTS, value, value, value, value, percentiles, percentiles));
        }
        return metrics;
    }

    private static RunResult result() {
        List<CellResult> cells = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            cells.add(new CellResult(OptionalInt.of(10_000 + i / 100), OptionalInt.of(20_000 + i % 100), METRICS));
        }
        return new SampleRun()
                .metrics(METRICS)
                .cells(cells)
                .errors(Collections.nCopies(1_000, new ErrorGroup("x", 500, 1, 1, HOSTILE, Optional.of("id"))))
                .notes(Collections.nCopies(1_000, HOSTILE))
                .slope(48)
                .window(SECONDS)
                .result();
    }

    private static RunReader fed(Limits limits, int requests) {
        RunReader reader = new RunReader("a-run-of-some-length", result(), SECONDS, limits);
        SplittableRandom random = new SplittableRandom(1);
        IntStream.range(0, SECONDS).mapToObj(SampleRun::second).forEach(reader::add);
        for (int i = 0; i < requests; i++) {
            reader.add(request(i, random));
        }
        for (int second = 0; second < SECONDS; second += SECONDS / 600) {
            Histogram values = new Histogram(1_000, 3_600_000_000_000L, 3);
            for (int i = 0; i < 100; i++) {
                values.recordValue(random.nextLong(1, 3_000_000_000_000L));
            }
            for (Metric metric : Metric.values()) {
                reader.add(metric, false, second, values);
            }
        }
        return reader;
    }

    private static RequestRecord request(int index, SplittableRandom random) {
        long intended = index * (SECONDS * 1_000_000_000L / REQUESTS);
        long[] at = new long[9];
        for (int i = 1; i < at.length; i++) {
            at[i] = at[i - 1] + random.nextLong(1, 20_000_000_000L);
        }
        boolean failed = index % 10 == 0;
        ErrorKind kind = KINDS.get(index / 10 % KINDS.size());
        StreamedContent content = new StreamedContent(500, 2_000, 1, 4);
        return new RequestRecord(
                index,
                false,
                index % 10_000,
                0,
                10_000,
                1_000,
                failed ? Outcome.FAILED : Outcome.SUCCEEDED,
                failed ? Optional.of(kind) : Optional.empty(),
                failed ? HOSTILE : "",
                200,
                new ServiceHeaders(Optional.of("req_0123456789012345678901234567"), Map.of()),
                0,
                new Stamps(
                        intended,
                        intended + at[0],
                        intended + at[1],
                        intended + at[2],
                        intended + at[3],
                        intended + at[3],
                        intended + at[4],
                        intended + at[5],
                        intended + at[5],
                        intended + at[5],
                        intended + at[6],
                        intended + at[7],
                        intended + at[7],
                        intended + at[8],
                        intended + at[8],
                        intended + at[8]),
                new Usage(10_000 + index % 1_000, 0, 5_000, 500, 0),
                StopReason.MAX_TOKENS,
                content,
                content,
                random.nextLong(1, 1_000_000_000L),
                List.<Attempt>of());
    }

    @Test
    void shouldKeepAMillionRequestsWithinTheBudgetAndNoMoreOfThemThanThePageShows() {
        RunData data = fed(Limits.ofEach(1), REQUESTS).data();
        assertThat(data.points().of()).isEqualTo(REQUESTS * 9L / 10);
        assertThat(data.points().rows()).hasSize(2_000);
        assertThat(data.slowest()).hasSize(12);
        assertThat(data.timeline().startS()).hasSize(600);
        assertThat(data.timeline().errors()).hasSize(KINDS.size());
        assertThat(PageJson.bytes(new PageData("0", "", List.of(data)))).isLessThan(BUDGET);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, Limits.MOST_RUNS})
    void shouldKeepSeveralRunsWithinTheSameBudget(int runs) {
        RunData data = fed(Limits.ofEach(runs), 3_000).data();
        assertThat(PageJson.bytes(new PageData("0", "", Collections.nCopies(runs, data))))
                .isLessThan(BUDGET);
    }
}
