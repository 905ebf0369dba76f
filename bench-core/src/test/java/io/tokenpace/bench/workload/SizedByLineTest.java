package io.tokenpace.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many words a prompt has once it is known what a word counts. */
class SizedByLineTest {
    private static final TextSize LINE = new TextSize(7, 1.25);

    private static SizedWorkload workload(String sizes, int system, PromptCache cache) {
        RequestShape shape = RequestShape.of("m", SizeSpec.parse(sizes), SizeSpec.of(8))
                .withSystemTokens(system)
                .withPromptCache(cache);
        return new SizedWorkload(shape, 7, "load");
    }

    private static List<String> users(Ask ask) {
        String text = ask.turns().get(0).passages().stream().map(Passage::text).collect(Collectors.joining());
        return List.of(text.split(" "));
    }

    private static List<String> system(Ask ask) {
        return ask.system().map(text -> List.of(text.text().split(" "))).orElse(List.of());
    }

    private static List<String> all(Ask ask) {
        List<String> words = new ArrayList<>(system(ask));
        words.addAll(users(ask));
        return words;
    }

    private static List<String> passages(Ask ask) {
        return ask.turns().get(0).passages().stream().map(Passage::text).toList();
    }

    @ParameterizedTest
    @EnumSource(PromptCache.class)
    void shouldTakeTheOverheadOffOnceAPrompt(PromptCache cache) {
        Ask ask = workload("1007", 100, cache).sizedBy(LINE).item(3).ask();
        assertThat(all(ask)).hasSize(800);
        assertThat(system(ask)).hasSize(80);
    }

    @Test
    void shouldShareAsManyTokensAsByItself() {
        SizedWorkload items = workload("1007", 0, PromptCache.EPHEMERAL).sizedBy(LINE);
        assertThat(passages(items.item(0).ask()).get(0).split(" ")).hasSize(720);
        assertThat(passages(items.item(0).ask()).get(0))
                .isEqualTo(passages(items.item(1).ask()).get(0));
    }

    @Test
    void shouldKeepSixteenTokensOfEachToItself() {
        SizedWorkload items = workload("57", 0, PromptCache.EPHEMERAL).sizedBy(LINE);
        assertThat(passages(items.item(0).ask()).get(1).strip().split(" ")).hasSize(13);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "7, 0", "101, 100", "105, 100"})
    void shouldLeaveTheUserOneWordWhateverItThenCounts(String size, int system) {
        Ask ask = workload(size, system, PromptCache.OFF).sizedBy(LINE).item(0).ask();
        assertThat(users(ask)).hasSize(1);
    }

    @Test
    void shouldAskForTheSameSizesWhateverAWordCounts() {
        SizedWorkload items = workload("lognormal:300+-100", 40, PromptCache.SHARED);
        for (long i = 0; i < 50; i++) {
            assertThat(items.sizedBy(LINE).sizes(i)).isEqualTo(items.sizes(i));
            assertThat(items.sizedBy(LINE).item(i).promptTokens())
                    .isEqualTo(items.item(i).promptTokens());
        }
    }

    @Test
    void shouldSendTheSameByTheIdentity() {
        SizedWorkload items = workload("50,500", 40, PromptCache.SHARED);
        assertThat(items.sizedBy(TextSize.IDENTITY).item(4)).isEqualTo(items.item(4));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 64, 1_024})
    void shouldMakeSamplesOfTheShapeOfItems(int words) {
        SizedWorkload items = workload("500,2000", 300, PromptCache.EPHEMERAL);
        Ask sample = items.sample(words).orElseThrow();
        assertThat(all(sample)).hasSize(words);
        assertThat(system(sample)).hasSize(Math.min(300, words - 1));
        assertThat(sample.system().orElseThrow().cached()).isTrue();
        assertThat(sample.maxTokens()).isEqualTo(1);
    }

    @Test
    void shouldShareNoTextBetweenSamplesAndItems() {
        SizedWorkload items = workload("2000", 300, PromptCache.EPHEMERAL);
        Ask item = items.item(0).ask();
        Ask small = items.sample(64).orElseThrow();
        Ask large = items.sample(1_024).orElseThrow();
        assertThat(commonWords(system(item), system(large))).isLessThan(4);
        assertThat(commonWords(system(small), system(large))).isLessThan(4);
        assertThat(commonWords(users(item), users(large))).isLessThan(4);
    }

    @Test
    void shouldMakeTheSameSamplesOfTheSameSeed() {
        assertThat(workload("2000", 0, PromptCache.OFF).sample(64))
                .isEqualTo(workload("2000", 0, PromptCache.OFF).sizedBy(LINE).sample(64));
    }

    private static int commonWords(List<String> one, List<String> other) {
        int common = 0;
        while (common < Math.min(one.size(), other.size()) && one.get(common).equals(other.get(common))) {
            common++;
        }
        return common;
    }
}
