package io.tokenpace.mock.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tokenpace.mock.draw.Distribution;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerLengthTest {
    private static final RequestKey KEY = RequestKey.named(0, "a");

    @Test
    void shouldReachTheCeilingWithoutADistribution() {
        assertThat(AnswerLength.draw(Optional.empty(), KEY, 0, 40)).isEqualTo(new AnswerLength(40, false));
    }

    @Test
    void shouldEndNaturallyUpToTheCeiling() {
        Optional<Distribution> forty = Optional.of(Distribution.constant(40));
        assertThat(AnswerLength.draw(forty, KEY, 0, 41)).isEqualTo(new AnswerLength(40, true));
        assertThat(AnswerLength.draw(forty, KEY, 0, 40)).isEqualTo(new AnswerLength(40, true));
        assertThat(AnswerLength.draw(forty, KEY, 0, 39)).isEqualTo(new AnswerLength(39, false));
        assertThat(AnswerLength.draw(forty, KEY, 0, 0)).isEqualTo(new AnswerLength(0, false));
    }

    @Test
    void shouldSayAtLeastOneToken() {
        assertThat(AnswerLength.draw(Optional.of(Distribution.constant(0.01)), KEY, 0, 10))
                .isEqualTo(new AnswerLength(1, true));
    }

    @Test
    void shouldNotEndByItselfBeforeTheFloor() {
        Optional<Distribution> forty = Optional.of(Distribution.constant(40));
        assertThat(AnswerLength.draw(forty, KEY, 39, 50)).isEqualTo(new AnswerLength(40, true));
        assertThat(AnswerLength.draw(forty, KEY, 45, 50)).isEqualTo(new AnswerLength(45, true));
    }

    @Test
    void shouldOnlyReachTheCeilingWhereTheFloorIs() {
        Optional<Distribution> forty = Optional.of(Distribution.constant(40));
        assertThat(AnswerLength.draw(forty, KEY, 50, 50)).isEqualTo(new AnswerLength(50, false));
        assertThat(AnswerLength.draw(forty, KEY, 40, 40)).isEqualTo(new AnswerLength(40, false));
    }

    @Test
    void shouldDrawALengthForEachRequest() {
        Optional<Distribution> lengths = Optional.of(Distribution.lognormal(250, Distribution.lognormalSigma(0.8)));
        long below = IntStream.range(0, 10_000)
                .filter(i -> AnswerLength.draw(lengths, RequestKey.named(1, "r" + i), 0, 128_000)
                                .tokens()
                        < 250)
                .count();
        assertThat(below / 10_000.0).isCloseTo(0.5, within(0.02));
    }
}
