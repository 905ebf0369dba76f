package io.tokenpace.mock.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.mock.text.AnswerText;
import io.tokenpace.mock.text.Sampler;
import io.tokenpace.mock.text.Sampling;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StopMatchTest {
    private static final int TOKENS = 20;

    private final Words words = new Words(new AnswerText(42, 7, new Sampler(Sampling.DEFAULT)));

    @Test
    void shouldShowEverythingWithoutAMatch() {
        assertThat(StopMatch.in(words, TOKENS, List.of("§", "no such words"))).isEqualTo(StopMatch.none(TOKENS));
        assertThat(StopMatch.in(words, 0, List.of("a"))).isEqualTo(StopMatch.none(0));
    }

    @Test
    void shouldFindWhatAnyTokensSpell() {
        String text = text(TOKENS);
        for (int from = 0; from < text.length(); from++) {
            for (int until = from + 1; until <= Math.min(text.length(), from + 30); until++) {
                String sequence = text.substring(from, until);
                StopMatch match = StopMatch.in(words, TOKENS, List.of("§", sequence));
                int first = text.indexOf(sequence);

                assertThat(match.sequence()).hasValue(sequence);
                assertThat(text(match.wholeWords()) + match.rest()).isEqualTo(text.substring(0, first));
                assertThat(text(match.tokens())).contains(sequence);
                assertThat(text(match.tokens() - 1)).doesNotContain(sequence);
            }
        }
    }

    @Test
    void shouldStopAtTheSequenceThatIsCompleteFirst() {
        String longer = words.ahead(1) + words.ahead(2) + words.ahead(3);
        assertThat(StopMatch.in(words, TOKENS, List.of(longer, words.ahead(2))).sequence())
                .hasValue(words.ahead(2));
        // Complete with the same word, the one that starts first counts.
        assertThat(StopMatch.in(words, TOKENS, List.of(words.ahead(3), longer)).sequence())
                .hasValue(longer);
    }

    private String text(int tokens) {
        return IntStream.range(0, tokens).mapToObj(words::ahead).collect(Collectors.joining());
    }
}
