package io.tokenpace.bench.workload.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenpace.mock.text.TokenCount;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixBlocksTest {
    private final PrefixBlocks blocks = new PrefixBlocks(7, "load");

    private static TracedRequest request(int promptTokens, Long... ids) {
        return new TracedRequest(0, promptTokens, 1, List.of(ids));
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    private static int sharedTokens(String left, String right) {
        List<String> a = words(left);
        List<String> b = words(right);
        return (int) IntStream.range(0, Math.min(a.size(), b.size()))
                .takeWhile(i -> a.get(i).equals(b.get(i)))
                .count();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 511, 512, 513, 1_024, 1_100, 6_955})
    void shouldMakePromptsOfTheTracedSizeByTheMocksRule(int tokens) {
        Long[] ids = IntStream.range(0, PrefixBlocks.most(tokens))
                .mapToObj(Long::valueOf)
                .toArray(Long[]::new);
        assertThat(TokenCount.of(blocks.prompt(request(tokens, ids), 0))).isEqualTo(tokens);
        assertThat(TokenCount.of(blocks.prompt(request(tokens), 0))).isEqualTo(tokens);
        assertThat(TokenCount.of(blocks.prompt(request(tokens, ids[0]), 0))).isEqualTo(tokens);
    }

    @Test
    void shouldShareTextExactlyWhereTheTraceSharesNames() {
        String first = blocks.prompt(request(1_600, 46L, 47L, 48L, 2353L), 0);
        String second = blocks.prompt(request(1_500, 46L, 47L, 2366L), 1);
        String third = blocks.prompt(request(1_500, 9L, 47L, 2366L), 2);
        assertThat(sharedTokens(first, second)).isBetween(1_024, 1_028);
        assertThat(sharedTokens(first, third)).isLessThan(5);
        assertThat(words(third).subList(512, 1_500)).isEqualTo(words(second).subList(512, 1_500));
    }

    @Test
    void shouldRepeatAPromptWhoseNamesAreAllRepeatedToTheLastWord() {
        assertThat(blocks.prompt(request(700, 1L, 2L), 5)).isEqualTo(blocks.prompt(request(700, 1L, 2L), 6));
    }

    @Test
    void shouldGiveWordsOfTheirOwnToWhatNoBlockCovers() {
        String first = blocks.prompt(request(1_200, 1L), 0);
        String second = blocks.prompt(request(1_200, 1L), 1);
        assertThat(sharedTokens(first, second)).isBetween(512, 516);
        assertThat(sharedTokens(blocks.prompt(request(100), 0), blocks.prompt(request(100), 1)))
                .isLessThan(5);
    }

    @Test
    void shouldMakeTheSameOfTheSameSeedAndNothingAlikeOfAnother() {
        TracedRequest request = request(600, 3L, 4L);
        assertThat(new PrefixBlocks(7, "load").prompt(request, 0)).isEqualTo(blocks.prompt(request, 0));
        assertThat(sharedTokens(new PrefixBlocks(8, "load").prompt(request, 0), blocks.prompt(request, 0)))
                .isLessThan(5);
        assertThat(sharedTokens(new PrefixBlocks(7, "warmup").prompt(request, 0), blocks.prompt(request, 0)))
                .isLessThan(5);
    }

    @Test
    void shouldRefuseMoreBlocksThanThePromptBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(512, 1L, 2L))
                .withMessage("prefixBlocks (2) must be at most 1 for 512 tokens");
    }
}
