package io.tokenpace.bench.workload.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenpace.bench.workload.TextSize;
import io.tokenpace.mock.text.TokenCount;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixBlocksTest {
    private static final TextSize LINE = new TextSize(7, 1.25);

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

    @ParameterizedTest
    @CsvSource({"1, 1", "507, 400", "512, 404", "1031, 819", "1024, 814", "6955, 5558", "5120, 4090"})
    void shouldMakePromptsOfTheTracedSizeByTheLine(int tokens, int count) {
        PrefixBlocks sized = blocks.sizedBy(LINE);
        Long[] ids = IntStream.range(0, PrefixBlocks.most(tokens))
                .mapToObj(Long::valueOf)
                .toArray(Long[]::new);
        assertThat(words(sized.prompt(request(tokens, ids), 0))).hasSize(count);
        assertThat(words(sized.prompt(request(tokens), 0))).hasSize(count);
        assertThat(words(sized.prompt(request(tokens, ids[0]), 0))).hasSize(count);
    }

    @Test
    void shouldShareTextWhereTheTraceSharesNamesWhateverAWordCounts() {
        PrefixBlocks sized = blocks.sizedBy(new TextSize(3, 1.3));
        String first = sized.prompt(request(1_600, 46L, 47L, 48L, 2353L), 0);
        String second = sized.prompt(request(1_500, 46L, 47L, 2366L), 1);
        // Two blocks of 512 tokens are 788 words.
        assertThat(sharedTokens(first, second)).isBetween(788, 792);
        assertThat(sized.prompt(request(5_120, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L), 5))
                .isEqualTo(sized.prompt(request(5_120, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L), 6));
    }

    @Test
    void shouldRepeatAPromptToTheLastWordWhereItsLastBlockIsRoundedUp() {
        PrefixBlocks sized = blocks.sizedBy(new TextSize(-2, 1.27));
        assertThat(sized.prompt(request(1_024, 1L, 2L), 5)).isEqualTo(sized.prompt(request(1_024, 1L, 2L), 6));
    }

    @Test
    void shouldKeepSamplesApartFromPrompts() {
        assertThat(words(blocks.sample(64))).hasSize(64);
        assertThat(sharedTokens(blocks.sample(64), blocks.prompt(request(600), 64)))
                .isLessThan(4);
        assertThat(sharedTokens(blocks.sample(64), blocks.sample(1_024))).isLessThan(4);
    }
}
