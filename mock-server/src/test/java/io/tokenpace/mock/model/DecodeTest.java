package io.tokenpace.mock.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.tokenpace.mock.draw.Distribution;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DecodeTest {
    private static final long ARRIVAL = 3_000_000_000L;
    private static final Pace EVERY_30_MS = Pace.ofTime(Distribution.constant(30e6));
    private static final Distribution NOTHING = Distribution.constant(0);

    @Test
    void shouldJitterGapsAsTheClosedFormSays() {
        double cv = 0.3;
        Timeline timeline =
                admit(new Decode(EVERY_30_MS, Optional.of(Distribution.jitter(cv)), Optional.empty()), 100_001);
        double[] gaps = gaps(timeline).asDoubleStream().sorted().toArray();

        double sigma = Math.sqrt(Math.log(1 + cv * cv));
        assertThat(Arrays.stream(gaps).average().orElseThrow()).isCloseTo(30e6, withinPercentage(0.5));
        assertThat(gaps[50_000]).isCloseTo(30e6 * Math.exp(-sigma * sigma / 2), withinPercentage(1));
        assertThat(gaps[99_000])
                .isCloseTo(30e6 * Math.exp(sigma * 2.3263478740408408 - sigma * sigma / 2), withinPercentage(1.5));
    }

    @Test
    void shouldKeepARunningSumWhateverIsAskedFirst() {
        Decode decode = new Decode(EVERY_30_MS, Optional.of(Distribution.jitter(0.3)), Optional.empty());
        Timeline backwards = admit(decode, 500);
        long[] fromTheEnd = IntStream.rangeClosed(0, 501)
                .mapToLong(i -> backwards.dueNanos(501 - i))
                .toArray();
        Timeline forwards = admit(decode, 500);
        assertThat(IntStream.rangeClosed(0, 501).mapToLong(i -> fromTheEnd[501 - i]))
                .containsExactly(IntStream.rangeClosed(0, 501)
                        .mapToLong(forwards::dueNanos)
                        .boxed()
                        .toArray(Long[]::new));
        assertThat(forwards.dueNanos(501)).isEqualTo(forwards.dueNanos(500));
    }

    @Test
    void shouldBundleAllTokensButTheFirst() {
        Timeline timeline = admit(bundles(Distribution.constant(4)), 10);

        // 1 + 4 + 4 + 1 tokens, each event due with its last one.
        assertThat(timeline.events()).isEqualTo(6);
        assertThat(IntStream.rangeClosed(0, 5).map(timeline::tokensThrough)).containsExactly(0, 1, 5, 9, 10, 10);
        assertThat(IntStream.rangeClosed(0, 5).mapToLong(event -> (timeline.dueNanos(event) - ARRIVAL) / 1_000_000))
                .containsExactly(0L, 0L, 120L, 240L, 270L, 270L);
    }

    @Test
    void shouldDrawBundleSizesEvenly() {
        Timeline timeline = admit(bundles(Distribution.uniform(0.5, 50.5)), 128_000);
        int[] sizes = IntStream.range(2, timeline.events() - 2)
                .map(event -> timeline.tokensThrough(event) - timeline.tokensThrough(event - 1))
                .toArray();

        assertThat(timeline.tokensThrough(timeline.events() - 2)).isEqualTo(128_000);
        assertThat(sizes).contains(1, 50);
        assertThat(Arrays.stream(sizes)).allMatch(size -> size >= 1 && size <= 50);
        // Some 5,000 sizes with a standard deviation of 14.4 each: four standard errors.
        assertThat(Arrays.stream(sizes).average().orElseThrow()).isCloseTo(25.5, within(0.85));
    }

    @Test
    void shouldBundleAnswersOfNoTokenAndOfOne() {
        assertThat(admit(bundles(Distribution.constant(8)), 0).events()).isEqualTo(2);
        assertThat(admit(bundles(Distribution.constant(8)), 1).events()).isEqualTo(3);
    }

    @Test
    void shouldEndWholeAnswersWithTheirStreamsHoweverTokensAreBundled() {
        Optional<Distribution> jitter = Optional.of(Distribution.jitter(0.5));
        Timeline single = admit(new Decode(EVERY_30_MS, jitter, Optional.empty()), 333);
        Timeline bundled = admit(new Decode(EVERY_30_MS, jitter, Optional.of(Distribution.constant(7))), 333);
        assertThat(bundled.dueNanos(bundled.events() - 1)).isEqualTo(single.dueNanos(single.events() - 1));
        assertThat(bundled.dueNanos(1)).isEqualTo(single.dueNanos(1));
    }

    @Test
    void shouldHoldASlotUntilTheLastJitteredToken() {
        Decode decode = new Decode(EVERY_30_MS, Optional.of(Distribution.jitter(0.5)), Optional.empty());
        IsolatedService service =
                new IsolatedService(ServiceParameters.of(NOTHING, NOTHING, Prefill.constant(0, 5, 0, 0, 0), decode)
                        .withSlots(1));
        Timeline first = service.admit(new Demand(RequestKey.named(0, "a"), 1, 0, 50), ARRIVAL, () -> {});
        Timeline second = service.admit(new Demand(RequestKey.named(0, "b"), 1, 0, 50), ARRIVAL, () -> {});
        assertThat(second.dueNanos(1)).isEqualTo(first.dueNanos(50) + 5);
    }

    private static LongStream gaps(Timeline timeline) {
        return IntStream.range(2, timeline.events() - 1)
                .mapToLong(event -> timeline.dueNanos(event) - timeline.dueNanos(event - 1));
    }

    private static Decode bundles(Distribution sizes) {
        return new Decode(EVERY_30_MS, Optional.empty(), Optional.of(sizes));
    }

    private static Timeline admit(Decode decode, int tokens) {
        Prefill none = Prefill.constant(0, 0, 0, 0, 0);
        return new IsolatedService(ServiceParameters.of(NOTHING, NOTHING, none, decode))
                .admit(new Demand(RequestKey.named(5, "a"), 1, 0, tokens), ARRIVAL, () -> {});
    }
}
