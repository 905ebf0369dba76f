package io.tokenpace.bench.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.tokenpace.bench.draw.Draws;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DrawnPointsTest {
    @Test
    void shouldNotGatherRoundingErrorsOverThreeMillionGaps() {
        // Added up in one double, each of them would be rounded as a number near 300,000 is.
        double gap = 0.1;
        int count = 3_000_000;
        DrawnPoints points = new DrawnPoints(probability -> gap, Draws.of(1, "gaps"));
        for (int i = 1; i < count; i++) {
            points.getAsDouble();
        }
        BigDecimal exact = new BigDecimal(gap).multiply(BigDecimal.valueOf(count));
        assertThat(points.getAsDouble()).isCloseTo(exact.doubleValue(), offset(1e-9));
    }
}
