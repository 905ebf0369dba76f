package io.tokenpace.mock.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCountTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "''|0",
                "a|1",
                "abcdefghijkl|1",
                "abcdefghijklm|2",
                "12|1",
                "123|1",
                "1234|2",
                "abc123|2",
                "Hello world|2",
                " world|1",
                "a  b|3",
                "a |2",
                " |1",
                "  |1",
                "a . b|4",
                "a, b|3",
                "...|3",
                "Hello world, 12345!|6",
                "é|1",
                "naïve|3",
                "日本語|3",
                "😀|1",
                "😀😀|2",
                "a 😀|3",
            })
    void shouldCountByTheRule(String text, int tokens) {
        assertThat(TokenCount.of(text)).isEqualTo(tokens);
    }

    @Test
    void shouldCountAnyRunOfWhitespaceOnce() {
        assertThat(TokenCount.of("a\nb")).isEqualTo(3);
        assertThat(TokenCount.of("a \t\r\n\f\u000b b")).isEqualTo(3);
        assertThat(TokenCount.of("\n\n")).isEqualTo(1);
    }

    @Test
    void shouldCountHalfASurrogatePairOnce() {
        assertThat(TokenCount.of("\ud83d")).isEqualTo(1);
        assertThat(TokenCount.of("\ude00\ud83d")).isEqualTo(2);
        assertThat(TokenCount.of("\ud83dx")).isEqualTo(2);
    }

    @Test
    void shouldCountEveryWordOfTheVocabularyOnce() {
        assertThat(Vocabulary.size()).isBetween(150, 300);
        assertThat(IntStream.range(0, Vocabulary.size()).mapToObj(Vocabulary::word))
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches(" [a-z]+"))
                .allMatch(word -> TokenCount.of(word) == 1);
    }

    @Test
    void shouldCountAnAnswerAsItsWords() {
        AnswerText text = new AnswerText(99, 3, new Sampler(Sampling.DEFAULT));
        StringBuilder answer = new StringBuilder();
        IntStream.range(0, 500).forEach(token -> answer.append(Vocabulary.word(text.next())));
        assertThat(TokenCount.of(answer)).isEqualTo(500);
    }
}
