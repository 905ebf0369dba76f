package io.tokenpace.mock.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenpace.mock.draw.Distribution;
import io.tokenpace.mock.draw.DrawStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IsolatedServiceTest {
    private static final long ARRIVAL = 7_000_000_000L;
    private static final Prefill LESSON = Prefill.constant(0, 137_500_000, 50_000, 0, 0);
    private static final DrawStream ANY = new DrawStream(0);
    private static final Pace EVERY_30_MS = Pace.ofTime(Distribution.constant(30_000_000));

    @Test
    void shouldFollowTheLessonExactly() {
        Timeline timeline = admit(service(LESSON, EVERY_30_MS), 850, 120);

        assertThat(timeline.events()).isEqualTo(122);
        assertThat(timeline.dueNanos(0)).isEqualTo(ARRIVAL);
        assertThat(timeline.dueNanos(1)).isEqualTo(ARRIVAL + 180_000_000);
        assertThat(timeline.dueNanos(120)).isEqualTo(ARRIVAL + 3_750_000_000L);
        assertThat(timeline.dueNanos(121)).isEqualTo(ARRIVAL + 3_750_000_000L);
    }

    @Test
    void shouldFollowTheLessonWithAShorterPrompt() {
        assertThat(admit(service(LESSON, EVERY_30_MS), 425, 1).dueNanos(1)).isEqualTo(ARRIVAL + 158_750_000);
    }

    @Test
    void shouldAddEveryTermOfTheTimeToTheFirstToken() {
        Prefill prefill = Prefill.constant(0, 1_000, 47_500, 0.025, 2_000);
        IsolatedService service = new IsolatedService(ServiceParameters.of(
                Distribution.constant(40), Distribution.constant(500), prefill, Decode.steady(EVERY_30_MS)));
        Demand demand = new Demand(RequestKey.named(0, "a"), 100_000, 300, 1);
        Timeline timeline = service.admit(demand, ARRIVAL, () -> {});

        // 1,000 + 47,500 · 10⁵ + 0.025 · 10¹⁰ + 2,000 · 300
        long prefillNanos = 1_000 + 4_750_000_000L + 250_000_000L + 600_000L;
        assertThat(timeline.dueNanos(0)).isEqualTo(ARRIVAL + 40);
        assertThat(timeline.dueNanos(1)).isEqualTo(ARRIVAL + 40 + 500 + prefillNanos);
        assertThat(timeline.terms()).isEqualTo(new Terms(40, 500, prefillNanos, 30_000_000));
    }

    @Test
    void shouldNotPrefillFasterThanTheFloor() {
        Prefill prefill = Prefill.constant(5_000, 0, 10, 0, 1);
        assertThat(prefill.nanos(100, 7, ANY)).isEqualTo(5_007);
        assertThat(prefill.nanos(1_000, 0, ANY)).isEqualTo(10_000);
    }

    @Test
    void shouldNotAccumulateRoundingErrors() {
        // A third of a million tokens a second leaves a third of a nanosecond over in each gap.
        Pace thirds = Pace.ofRate(Distribution.constant(3_000_000));
        Timeline timeline = admit(service(Prefill.constant(0, 0, 0, 0, 0), thirds), 0, 100_001);

        assertThat(timeline.dueNanos(2)).isEqualTo(ARRIVAL + 333);
        assertThat(timeline.dueNanos(4)).isEqualTo(ARRIVAL + 1_000);
        assertThat(timeline.dueNanos(100_001)).isEqualTo(ARRIVAL + 33_333_333);
    }

    @Test
    void shouldKeepGapsBelowAMillisecond() {
        Pace pace = Pace.ofTime(Distribution.constant(750_000));
        Timeline timeline = admit(service(LESSON, pace), 0, 5);
        assertThat(timeline.dueNanos(5) - timeline.dueNanos(1)).isEqualTo(3_000_000);
    }

    @Test
    void shouldEndAnEmptyAnswerAfterItsPrefill() {
        Timeline timeline = admit(service(LESSON, EVERY_30_MS), 850, 0);
        assertThat(timeline.events()).isEqualTo(2);
        assertThat(timeline.dueNanos(1)).isEqualTo(ARRIVAL + 180_000_000);
    }

    @Test
    void shouldPassEventsAsTimeAdvances() {
        Timeline timeline = admit(service(LESSON, EVERY_30_MS), 850, 2);

        assertThat(timeline.nextNanos()).isEqualTo(ARRIVAL);
        assertThat(timeline.advanceTo(ARRIVAL - 1)).isZero();
        assertThat(timeline.advanceTo(ARRIVAL)).isEqualTo(1);
        assertThat(timeline.nextNanos()).isEqualTo(ARRIVAL + 180_000_000);
        assertThat(timeline.advanceTo(ARRIVAL + 209_999_999)).isEqualTo(2);
        assertThat(timeline.advanceTo(ARRIVAL + 210_000_000)).isEqualTo(4);
        assertThat(timeline.nextNanos()).isEqualTo(Timeline.NEVER);
    }

    @Test
    void shouldDrawTheSameForTheSameKeyWhateverTheOrderOfArrival() {
        ServiceParameters parameters = ServiceParameters.of(
                Distribution.uniform(30e6, 150e6),
                Distribution.exponential(108.6e6),
                LESSON,
                Decode.steady(Pace.ofRate(Distribution.lognormal(70.7, 0.21))));
        IsolatedService forwards = new IsolatedService(parameters);
        IsolatedService backwards = new IsolatedService(parameters);
        List<Terms> first = IntStream.range(0, 100)
                .mapToObj(i -> forwards.admit(demand(i), ARRIVAL + i, () -> {}).terms())
                .toList();
        List<Terms> second = IntStream.range(0, 100)
                .mapToObj(i ->
                        backwards.admit(demand(99 - i), ARRIVAL + i, () -> {}).terms())
                .toList();

        assertThat(IntStream.range(0, 100).mapToObj(i -> second.get(99 - i)).toList())
                .isEqualTo(first);
        assertThat(first).doesNotHaveDuplicates();
    }

    @Test
    void shouldHoldBackWhatFallsDueInsideAStall() {
        IsolatedService service = new IsolatedService(parameters(LESSON, EVERY_30_MS)
                .withStalls(List.of(new Stall(Duration.ofMillis(200), Duration.ofMillis(100)))));
        Timeline timeline = service.admit(demand(0), ARRIVAL, () -> {});

        // Tokens fall due at 180, 210, 240, 270, 300 and 330 ms; the stall lasts from 200 to 300 ms.
        assertThat(IntStream.rangeClosed(1, 6).mapToLong(token -> (timeline.dueNanos(token) - ARRIVAL) / 1_000_000))
                .containsExactly(180L, 300L, 300L, 300L, 300L, 330L);
        // The stall is measured from the first arrival, so a later request meets it earlier in its life.
        Timeline later = service.admit(demand(1), ARRIVAL + 250_000_000, () -> {});
        assertThat(later.dueNanos(0)).isEqualTo(ARRIVAL + 300_000_000);
    }

    @Test
    void shouldRefuseStallsThatOverlap() {
        List<Stall> overlapping = List.of(
                new Stall(Duration.ofSeconds(5), Duration.ofSeconds(2)),
                new Stall(Duration.ofSeconds(6), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameters(LESSON, EVERY_30_MS).withStalls(overlapping))
                .withMessageContaining("must be in the order of time and must not overlap");
    }

    @Test
    void shouldTellHowLongEachHasWaitedForASlot() {
        // Ready at once; 180 ms of prefill and nine gaps of 30 ms hold the slot for 450 ms.
        IsolatedService service =
                new IsolatedService(parameters(LESSON, EVERY_30_MS).withSlots(1));
        Timeline first = service.admit(demand(0), ARRIVAL, () -> {});
        Timeline second = service.admit(demand(1), ARRIVAL + 50_000_000, () -> {});

        assertThat(first.slotWaitNanos(ARRIVAL + 1)).isZero();
        assertThat(second.slotWaitNanos(ARRIVAL + 50_000_000)).isZero();
        assertThat(second.slotWaitNanos(ARRIVAL + 60_000_000)).isEqualTo(10_000_000);
        assertThat(second.slotWaitNanos(ARRIVAL + 900_000_000)).isEqualTo(400_000_000);
        assertThat(service.waiting(ARRIVAL + 60_000_000)).isEqualTo(1);
        assertThat(service.waiting(ARRIVAL + 450_000_000)).isZero();
    }

    private static Demand demand(int number) {
        return new Demand(RequestKey.named(1, "request-" + number), 850, 0, 10);
    }

    private static Timeline admit(IsolatedService service, int promptTokens, int answerTokens) {
        return service.admit(new Demand(RequestKey.named(0, "a"), promptTokens, 0, answerTokens), ARRIVAL, () -> {});
    }

    private static IsolatedService service(Prefill prefill, Pace pace) {
        return new IsolatedService(parameters(prefill, pace));
    }

    private static ServiceParameters parameters(Prefill prefill, Pace pace) {
        return ServiceParameters.of(Distribution.constant(0), Distribution.constant(0), prefill, Decode.steady(pace));
    }
}
