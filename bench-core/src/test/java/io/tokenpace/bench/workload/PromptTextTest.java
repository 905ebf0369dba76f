package io.tokenpace.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.draw.Draws;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PromptTextTest {
    private final PromptText text = new PromptText(Draws.of(3, "prompts"));

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    @Test
    void shouldWriteNothingButWordsOfFourLetters() {
        List<String> words = words(text.of(50_000, 0));
        assertThat(words).hasSize(50_000).allMatch(word -> word.matches("[a-z]{4}"));
        assertThat(words.stream().distinct()).hasSizeGreaterThanOrEqualTo(200);
    }

    @Test
    void shouldBeginALongTextLikeAShortOne() {
        assertThat(text.of(100, 5)).startsWith(text.of(10, 5) + " ");
    }

    @Test
    void shouldBeginEachOfManyNeighboursWithAnotherWord() {
        List<String> first =
                LongStream.range(0, 200).mapToObj(index -> text.of(1, index)).toList();
        assertThat(first).doesNotHaveDuplicates();
    }
}
