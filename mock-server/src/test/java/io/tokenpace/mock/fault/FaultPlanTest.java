package io.tokenpace.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Fault RESET = Fault.parse("reset");
    private static final Fault SILENCE = Fault.parse("silence");

    @Test
    void shouldStrikeTheShareOfRequestsThatItsRateSays() {
        FaultPlan plan = new FaultPlan(List.of(always(RESET, 0.2)), 1);

        long struck = LongStream.range(0, 100_000)
                .filter(key -> plan.draw(key, 0).isPresent())
                .count();

        // One standard deviation of a share of 0.2 in 100,000 is 0.0013.
        assertThat(struck / 100_000.0).isCloseTo(0.2, within(0.006));
    }

    @Test
    void shouldStrikeTheSameRequestsInAnyOrder() {
        FaultPlan forwards = new FaultPlan(List.of(always(RESET, 0.5)), 1);
        FaultPlan backwards = new FaultPlan(List.of(always(RESET, 0.5)), 1);

        List<Boolean> first = LongStream.range(0, 100)
                .mapToObj(key -> forwards.draw(key, key).isPresent())
                .toList();
        Boolean[] second = new Boolean[100];
        for (int key = 99; key >= 0; key--) {
            second[key] = backwards.draw(key, 99 - key).isPresent();
        }

        assertThat(second).containsExactlyElementsOf(first);
        assertThat(first).contains(true, false);
    }

    @Test
    void shouldDrawEachRuleApartAndTakeTheFirst() {
        FaultPlan plan = new FaultPlan(List.of(always(RESET, 0.5), always(SILENCE, 0.5)), 1);

        List<Optional<Fault>> drawn =
                LongStream.range(0, 10_000).mapToObj(key -> plan.draw(key, 0)).toList();

        assertThat(drawn.stream().filter(Optional.of(RESET)::equals).count() / 10_000.0)
                .isCloseTo(0.5, within(0.03));
        assertThat(drawn.stream().filter(Optional.of(SILENCE)::equals).count() / 10_000.0)
                .isCloseTo(0.25, within(0.03));
    }

    @Test
    void shouldStrikeWithinItsWindowAlone() {
        FaultRule rule = new FaultRule(RESET, 1, Duration.ofSeconds(10), Optional.of(Duration.ofSeconds(5)));
        FaultPlan plan = new FaultPlan(List.of(rule), 1);
        long origin = 77 * SECOND;

        assertThat(plan.draw(1, origin)).isEmpty();
        assertThat(plan.draw(2, origin + 10 * SECOND - 1)).isEmpty();
        assertThat(plan.draw(3, origin + 10 * SECOND)).contains(RESET);
        assertThat(plan.draw(4, origin + 15 * SECOND - 1)).contains(RESET);
        assertThat(plan.draw(5, origin + 15 * SECOND)).isEmpty();
    }

    @Test
    void shouldKeepToTheServersClock() {
        FaultRule rule =
                new FaultRule(Fault.parse("stall token=1 for=2s"), 1, Duration.ofSeconds(10), Optional.empty());
        FaultPlan plan = new FaultPlan(List.of(rule), 4);

        assertThat(plan.draw(1, 0)).isEmpty();
        assertThat(plan.draw(1, 5 * SECOND / 2).map(Fault::toString)).contains("stall token=1 for=500ms");
    }

    private static FaultRule always(Fault fault, double rate) {
        return new FaultRule(fault, rate, Duration.ZERO, Optional.empty());
    }
}
