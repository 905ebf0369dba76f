package io.tokenpace.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.result.Verdict.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsTest {
    private static final String MARK = "latencies are client-limited: --ceiling measures throughput alone";

    @Test
    void shouldTakeEveryBrokenRuleForAReason() {
        List<Reason> broken = List.of(new Reason("send_lag", "late"), new Reason("arrivals", "few"));
        assertThat(Findings.of(broken)).isEqualTo(new Findings(broken, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"send_lag", "loop_lag", "feeder", "concurrency", "mock_lateness", "mock_in_flight"})
    void shouldLetPassWhatSaturationBreaks(String rule) {
        assertThat(Findings.atCeiling(List.of(new Reason(rule, "its words"))))
                .isEqualTo(new Findings(List.of(), List.of(MARK, "passed with --ceiling: " + rule + ": its words")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrivals", "bookkeeping", "cpu"})
    void shouldKeepTheRulesThatThroughputNeeds(String rule) {
        List<Reason> broken = List.of(new Reason(rule, "its words"));
        assertThat(Findings.atCeiling(broken)).isEqualTo(new Findings(broken, List.of(MARK)));
    }
}
