package io.tokenpace.mock.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tokenpace.mock.draw.DrawStream;
import io.tokenpace.mock.draw.Purpose;
import io.tokenpace.mock.text.NextTokenTable.Candidate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceTest {
    private static final int DRAWS = 400_000;
    /** Logits whose softmax at temperature 1 is 0.4, 0.3, 0.2 and 0.1. */
    private static final List<Candidate> FOUR = List.of(
            new Candidate(0, 0, Math.log(3)),
            new Candidate(1, 0, Math.log(1)),
            new Candidate(2, 0, Math.log(4)),
            new Candidate(3, 0, Math.log(2)));

    @ParameterizedTest
    @CsvSource({"0,1", "0,0.5", "1,1", "6,1", "9,0.7", "9,1.5"})
    void shouldDrawInTheProportionsOfTheSoftmax(int state, double temperature) {
        List<Candidate> candidates = NextTokenTable.shared().candidates(state, 2);
        Choice choice = Choice.of(candidates, new Sampling(temperature, 1, 0));
        Map<Integer, Long> counts = counts(choice);

        double total = candidates.stream()
                .mapToDouble(candidate -> Math.exp(candidate.logit() / temperature))
                .sum();
        double statistic = candidates.stream()
                .mapToDouble(candidate -> {
                    double expected = DRAWS * Math.exp(candidate.logit() / temperature) / total;
                    return Math.pow(counts.getOrDefault(candidate.word(), 0L) - expected, 2) / expected;
                })
                .sum();
        assertThat(ChiSquaredDistribution.of(candidates.size() - 1).survivalProbability(statistic))
                .isGreaterThan(0.001);
    }

    @Test
    void shouldKeepTheLikeliestK() {
        Map<Integer, Long> counts = counts(Choice.of(FOUR, new Sampling(1, 1, 2)));
        assertThat(counts).containsOnlyKeys(2, 0);
        // 0.4 of 0.7, with a standard error of 0.0008.
        assertThat(counts.get(2) / (double) DRAWS).isCloseTo(4.0 / 7, within(0.0032));
    }

    @Test
    void shouldKeepTheFewestThatReachP() {
        assertThat(counts(Choice.of(FOUR, new Sampling(1, 0.69, 0)))).containsOnlyKeys(2, 0);
        assertThat(counts(Choice.of(FOUR, new Sampling(1, 0.71, 0)))).containsOnlyKeys(2, 0, 3);
        assertThat(counts(Choice.of(FOUR, new Sampling(1, 1, 0)))).containsOnlyKeys(0, 1, 2, 3);
    }

    @Test
    void shouldMeasurePInWhatKLeaves() {
        // Of 0.4, 0.3 and 0.2 the first two are 0.78, which is enough; of all four they are not.
        assertThat(counts(Choice.of(FOUR, new Sampling(1, 0.75, 3)))).containsOnlyKeys(2, 0);
        assertThat(counts(Choice.of(FOUR, new Sampling(1, 0.75, 0)))).containsOnlyKeys(2, 0, 3);
    }

    @Test
    void shouldNotLetAWordFollowInTwoWays() {
        for (int state = 0; state < NextTokenTable.shared().states(); state++) {
            Set<Integer> seen = new HashSet<>();
            assertThat(NextTokenTable.shared().candidates(state, 0))
                    .isNotEmpty()
                    .allMatch(candidate -> seen.add(candidate.word()));
        }
    }

    @Test
    void shouldUseEveryWordOfTheVocabulary() {
        Set<Integer> reachable = IntStream.range(0, NextTokenTable.shared().states())
                .boxed()
                .flatMap(state -> NextTokenTable.shared().candidates(state, 0).stream())
                .map(Candidate::word)
                .collect(Collectors.toSet());
        assertThat(reachable).hasSize(Vocabulary.size());
    }

    private static Map<Integer, Long> counts(Choice choice) {
        DrawStream draws = DrawStream.of(2026, Purpose.TEXT);
        return IntStream.range(0, DRAWS)
                .map(i -> choice.word(choice.draw(draws.uniform(i))))
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
