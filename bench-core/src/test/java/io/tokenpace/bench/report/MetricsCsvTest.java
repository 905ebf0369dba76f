package io.tokenpace.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.result.MetricSummary;
import io.tokenpace.bench.result.TurnResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsCsvTest {
    private static List<String> lines(Results results) {
        return new MetricsCsv().render(results.result()).lines().toList();
    }

    @Test
    void shouldWriteEveryPercentileAndThoseWithFailuresBesides() {
        assertThat(lines(Results.good()))
                .hasSize(4)
                .startsWith("scope,prompt_tokens,max_tokens,turn,metric,unit,count,mean,stddev,min,max,"
                        + "p1,p5,p10,p50,p90,p95,p99,p99.9,p99.99,p1_with_failures,p5_with_failures,p10_with_failures,"
                        + "p50_with_failures,p90_with_failures,p95_with_failures,p99_with_failures,p99.9_with_failures,"
                        + "p99.99_with_failures")
                .contains("run,,,,ttft,ms,200,1.0,1.0,1.0,99.0,1.0,5.0,10.0,50.0,90.0,95.0,99.0,,,"
                        + "1.0,5.0,10.0,50.0,90.0,95.0,inf,,");
    }

    @Test
    void shouldTellWhichCellOrTurnALineIsAbout() {
        Results results = Results.good().cells(2);
        Map<String, MetricSummary> metrics = results.result().metrics();
        assertThat(lines(results.turns(new TurnResult(3, 0, metrics))))
                .anyMatch(line -> line.startsWith("cell,1,,,ttft,ms,200,"))
                .anyMatch(line -> line.startsWith("cell,2,,,ttft,ms,200,"))
                .anyMatch(line -> line.startsWith("turn,,,3,decode_rate,tokens/s,200,"));
    }
}
