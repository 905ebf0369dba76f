package io.tokenpace.mock.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenpace.mock.draw.Distribution;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final long MS = 1_000_000;

    @Test
    void shouldHoldBackWhatBelongsTogether() {
        Timeline timeline =
                play(Optional.empty(), 9, List.of(Stretch.together(4), Stretch.apart(2), Stretch.together(3)));

        assertThat(throughEvents(timeline)).containsExactly(0, 4, 5, 6, 9, 9);
        // The first token is there after 100 ms, the fourth after three gaps of 30 ms more.
        assertThat(timeline.firstTokenNanos()).isEqualTo(100 * MS);
        assertThat(timeline.dueNanos(1)).isEqualTo(190 * MS);
        assertThat(timeline.dueNanos(2)).isEqualTo(220 * MS);
        assertThat(timeline.dueNanos(4)).isEqualTo(340 * MS);
        assertThat(timeline.dueNanos(5)).isEqualTo(340 * MS);
    }

    @Test
    void shouldSendWholeUnitsButForWhatIsLeft() {
        assertThat(throughEvents(play(Optional.empty(), 12, List.of(new Stretch(10, 4), Stretch.apart(2)))))
                .containsExactly(0, 4, 8, 10, 11, 12, 12);
    }

    @Test
    void shouldBundleWithinAStretchOnly() {
        // Bundles of 5: the first unit of a stretch stands alone, and the next ones are rounded up to whole units.
        assertThat(throughEvents(play(
                        Optional.of(Distribution.constant(5)), 27, List.of(new Stretch(15, 3), Stretch.apart(12)))))
                .containsExactly(0, 3, 9, 15, 16, 21, 26, 27, 27);
    }

    @Test
    void shouldPutOffTheEndForTokensThatShowNothing() {
        Timeline timeline = play(Optional.empty(), 5, List.of(Stretch.apart(2)));
        assertThat(throughEvents(timeline)).containsExactly(0, 1, 2, 5);
        assertThat(timeline.dueNanos(2)).isEqualTo(130 * MS);
        assertThat(timeline.dueNanos(3)).isEqualTo(220 * MS);

        assertThat(throughEvents(play(Optional.empty(), 3, List.of()))).containsExactly(0, 3);
    }

    @Test
    void shouldRefuseToShowMoreThanThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Script(new AnswerLength(3, true), List.of(Stretch.apart(4))))
                .withMessage("stretches (4 tokens) must not be longer than the answer (3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stretch.apart(0))
                .withMessage("tokens (0) must be at least 1");
    }

    @Test
    void shouldPutOffATokenAndAllThatFollow() {
        IsolatedService service = service(Optional.empty());
        Script script = Script.plain(new AnswerLength(4, true)).interrupted(new Pause(3, 1_000 * MS));
        Timeline timeline = service.admit(demand(4), script, 0, () -> {});

        assertThat(IntStream.range(0, 6).mapToLong(timeline::dueNanos))
                .containsExactly(0L, 100 * MS, 130 * MS, 1_160 * MS, 1_190 * MS, 1_190 * MS);
    }

    @Test
    void shouldHoldItsSlotThroughAPause() {
        IsolatedService service =
                new IsolatedService(parameters(Optional.empty()).withSlots(1));
        Script paused = Script.plain(new AnswerLength(2, true)).interrupted(new Pause(2, 1_000 * MS));
        service.admit(demand(2), paused, 0, () -> {});
        Timeline next = service.admit(demand(2), Script.plain(new AnswerLength(2, true)), 0, () -> {});

        assertThat(next.firstTokenNanos()).isEqualTo(1_130 * MS + 100 * MS);
    }

    @Test
    void shouldFindTheEventOfAToken() {
        Timeline timeline = play(Optional.empty(), 6, List.of(Stretch.together(3), Stretch.apart(2)));

        assertThat(IntStream.rangeClosed(0, 6).map(timeline::eventOf)).containsExactly(0, 1, 1, 1, 2, 3, 4);
    }

    private static List<Integer> throughEvents(Timeline timeline) {
        return IntStream.range(0, timeline.events())
                .map(timeline::tokensThrough)
                .boxed()
                .toList();
    }

    private static Timeline play(Optional<Distribution> bundle, int tokens, List<Stretch> stretches) {
        Script script = new Script(new AnswerLength(tokens, true), stretches);
        return service(bundle).admit(demand(tokens), script, 0, () -> {});
    }

    private static Demand demand(int tokens) {
        return new Demand(RequestKey.named(0, "a"), 1, 0, tokens);
    }

    private static IsolatedService service(Optional<Distribution> bundle) {
        return new IsolatedService(parameters(bundle));
    }

    private static ServiceParameters parameters(Optional<Distribution> bundle) {
        return ServiceParameters.of(
                Distribution.constant(0),
                Distribution.constant(0),
                Prefill.constant(0, 100 * MS, 0, 0, 0),
                new Decode(Pace.ofTime(Distribution.constant(30 * MS)), Optional.empty(), bundle));
    }
}
