package io.tokenpace.bench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0",
        "1, 1, 1",
        "600, 1, 600",
        "601, 2, 301",
        "1201, 5, 241",
        "7200, 20, 360",
        "36000, 60, 600",
        "12960000, 21600, 600",
        "12960001, 86400, 151",
        "51840001, 172800, 301"
    })
    void shouldTakeTheNarrowestRoundWidthOfWhichFewEnoughAreNeeded(long seconds, long width, int count) {
        Steps steps = Steps.of(seconds, 600);
        assertThat(steps.width()).isEqualTo(width);
        assertThat(steps.count()).isEqualTo(count);
        assertThat(steps.starts()).hasSize(count);
    }

    @Test
    void shouldEndWithWhatIsLeft() {
        Steps steps = Steps.of(601, 600);
        assertThat(steps.length(0)).isEqualTo(2);
        assertThat(steps.length(300)).isEqualTo(1);
    }

    @Test
    void shouldBookWhatCameAfterTheLastLineWithTheLastStep() {
        Steps steps = Steps.of(601, 600);
        assertThat(steps.indexOf(600)).isEqualTo(300);
        assertThat(steps.indexOf(605)).isEqualTo(300);
        assertThat(steps.indexOf(-1)).isZero();
    }
}
