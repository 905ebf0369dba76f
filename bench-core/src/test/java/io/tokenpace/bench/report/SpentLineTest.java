package io.tokenpace.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.result.Spent;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SpentLineTest {
    @Test
    void shouldTellTokensAndTheirCost() {
        assertThat(SpentLine.of(new Spent(12_000, 8_000, 500, 2_345, 0, 0, OptionalDouble.of(0.12345))))
                .isEqualTo(
                        "spent       12,000 input tokens (8,000 from the cache, 500 written to it), 2,345 output tokens,"
                                + "\n            warm-up included: 0.1235 USD\n");
    }

    @Test
    void shouldTellWhatIsNotKnown() {
        assertThat(SpentLine.of(new Spent(12_000, 0, 0, 2_345, 3, 1_500, OptionalDouble.empty())))
                .isEqualTo(
                        "spent       12,000 input tokens, 2,345 output tokens, warm-up included; and up to 1,500 tokens of 3"
                                + "\n            requests whose usage is not known\n");
    }

    @Test
    void shouldTellNothingWhereNothingWasSent() {
        assertThat(SpentLine.of(Spent.NOTHING)).isEmpty();
    }
}
