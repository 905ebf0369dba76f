package io.tokenpace.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.Passage;
import io.tokenpace.mock.text.TokenCount;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What requests have in common, counted by the mock's rule. */
class SharedTextTest {
    private static Ask ask(String promptTokens, int system, PromptCache cache, String stream, long index) {
        RequestShape shape = RequestShape.of("m", SizeSpec.parse(promptTokens), SizeSpec.of(8))
                .withSystemTokens(system)
                .withPromptCache(cache);
        return new SizedWorkload(shape, 7, stream).item(index).ask();
    }

    private static List<Passage> passages(Ask ask) {
        return ask.turns().get(0).passages();
    }

    private static String joined(Ask ask) {
        return passages(ask).stream().map(Passage::text).collect(Collectors.joining());
    }

    /** Returns the tokens of the longest beginning that ends with a word and is common to both. */
    private static int commonTokens(String one, String other) {
        int common = 0;
        int end = 0;
        while (end < Math.min(one.length(), other.length()) && one.charAt(end) == other.charAt(end)) {
            end++;
            boolean wordEnds = end == one.length() || one.charAt(end) == ' ';
            if (wordEnds && (end == other.length() || other.charAt(end) == ' ')) {
                common = end;
            }
        }
        return TokenCount.of(one.substring(0, common));
    }

    @Test
    void shouldCountTheSystemTextIntoThePrompt() {
        Ask ask = ask("500", 120, PromptCache.OFF, "load", 3);
        assertThat(TokenCount.of(ask.system().orElseThrow().text())).isEqualTo(120);
        assertThat(TokenCount.of(joined(ask))).isEqualTo(380);
        assertThat(ask.system().orElseThrow().cached()).isFalse();
    }

    @Test
    void shouldShareTheSystemTextBetweenRequestsAndPhases() {
        assertThat(ask("500", 120, PromptCache.OFF, "load", 3).system())
                .isEqualTo(ask("500", 120, PromptCache.OFF, "warmup", 0).system());
    }

    @Test
    void shouldShareNothingOfTheUsersTextByDefault() {
        for (long i = 1; i < 100; i++) {
            assertThat(commonTokens(
                            joined(ask("500", 120, PromptCache.OFF, "load", 0)),
                            joined(ask("500", 120, PromptCache.OFF, "load", i))))
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"4000, 0, 3600", "100, 0, 84", "17, 0, 1", "16, 0, 0", "5, 0, 0", "1000, 200, 720", "161, 0, 144"})
    void shouldShareAllButTheLastTenthOfTheUsersText(String size, int system, int shared) {
        for (PromptCache cache : List.of(PromptCache.SHARED, PromptCache.EPHEMERAL)) {
            String first = joined(ask(size, system, cache, "load", 0));
            for (long i = 1; i < 50; i++) {
                String other = joined(ask(size, system, cache, "load", i));
                assertThat(commonTokens(first, other)).isEqualTo(shared);
            }
        }
    }

    @Test
    void shouldWarmTheCacheWithTheBeginningThatIsMeasured() {
        assertThat(passages(ask("1000", 0, PromptCache.EPHEMERAL, "warmup", 0)).get(0))
                .isEqualTo(passages(ask("1000", 0, PromptCache.EPHEMERAL, "load", 9))
                        .get(0));
    }

    @Test
    void shouldBeginALongPromptLikeAShortOne() {
        String brief =
                passages(ask("100", 0, PromptCache.EPHEMERAL, "load", 0)).get(0).text();
        String lengthy = passages(ask("1000", 0, PromptCache.EPHEMERAL, "load", 0))
                .get(0)
                .text();
        assertThat(lengthy).startsWith(brief + " ");
    }

    @Test
    void shouldSetBreakpointsAtTheEndsOfTheSystemTextAndOfTheSharedBeginning() {
        Ask ask = ask("1000", 200, PromptCache.EPHEMERAL, "load", 1);
        assertThat(ask.system().orElseThrow().cached()).isTrue();
        assertThat(passages(ask)).extracting(Passage::cached).containsExactly(true, false);
        assertThat(passages(ask))
                .extracting(passage -> TokenCount.of(passage.text()))
                .containsExactly(720, 80);
    }

    @Test
    void shouldSendOnePassageWithoutBreakpointsWhereTheServiceCachesUnasked() {
        Ask ask = ask("1000", 200, PromptCache.SHARED, "load", 1);
        assertThat(ask.system().orElseThrow().cached()).isFalse();
        assertThat(passages(ask)).extracting(Passage::cached).containsExactly(false);
    }

    @ParameterizedTest
    @EnumSource(PromptCache.class)
    void shouldKeepToTheSizeAskedForWhateverIsShared(PromptCache cache) {
        RequestShape shape = RequestShape.of("m", SizeSpec.parse("lognormal:300+-100"), SizeSpec.of(8))
                .withSystemTokens(40)
                .withPromptCache(cache);
        SizedWorkload workload = new SizedWorkload(shape, 7, "load");
        for (long i = 0; i < 200; i++) {
            WorkItem item = workload.item(i);
            int counted = passages(item.ask()).stream()
                    .mapToInt(passage -> TokenCount.of(passage.text()))
                    .sum();
            assertThat(40 + counted).isEqualTo(item.promptTokens());
            assertThat(TokenCount.of(joined(item.ask()))).isEqualTo(counted);
        }
    }

    @Test
    void shouldRefusePromptsThatDoNotHoldTheSystemText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ask("100,200", 100, PromptCache.OFF, "load", 0))
                .withMessage("prompt-tokens must leave room for system-tokens (100): size (100) must be at least 101");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ask("100", -1, PromptCache.OFF, "load", 0))
                .withMessage("system-tokens (-1) must be from 0 to 1000000");
    }
}
