package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plays requests against the cache in virtual time. */
class PromptCacheTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final String FIVE = ",\"cache_control\":{\"type\":\"ephemeral\"}";
    private static final String HOUR = ",\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"1h\"}";

    private final MessagesReader reader = new MessagesReader(ModelCatalogue.permissive());
    private final PromptCache cache = new PromptCache();

    @Test
    void shouldLeaveTheCacheAloneWithoutABreakpoint() throws RefusedException {
        String body = body("m", system(block(2_000, "")), "a");
        assertThat(served(body, 0)).isEqualTo(new InputUsage(2_001, 0, 0, 0));
        assertThat(served(body, SECOND)).isEqualTo(new InputUsage(2_001, 0, 0, 0));
    }

    @Test
    void shouldWriteUpToTheBreakpointAndReadItNextTime() throws RefusedException {
        assertThat(served(body("m", system(block(2_000, FIVE)), "a b"), 0)).isEqualTo(new InputUsage(2, 0, 2_000, 0));
        assertThat(served(body("m", system(block(2_000, FIVE)), "c"), SECOND))
                .isEqualTo(new InputUsage(1, 2_000, 0, 0));
    }

    @Test
    void shouldNotShareBetweenModels() throws RefusedException {
        served(body("m", system(block(2_000, FIVE)), "a"), 0);
        assertThat(served(body("n", system(block(2_000, FIVE)), "a"), SECOND).read())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "claude-opus-5, 511, 0",
        "claude-opus-5, 512, 512",
        "claude-sonnet-4-5, 1023, 0",
        "claude-sonnet-4-5, 1024, 1024",
        "claude-opus-4-7, 2047, 0",
        "claude-haiku-4-5, 4095, 0",
        "claude-haiku-4-5-20251001, 4096, 4096",
    })
    void shouldPassOverPrefixesBelowTheMinimumSilently(String model, int tokens, int cached) throws RefusedException {
        String body = body(model, system(block(tokens, FIVE)), "a");
        assertThat(served(body, 0)).isEqualTo(new InputUsage(tokens - cached + 1, 0, cached, 0));
        assertThat(served(body, SECOND)).isEqualTo(new InputUsage(tokens - cached + 1, cached, 0, 0));
    }

    @Test
    void shouldBeUsableOnceTheFirstAnswerHasBegun() throws RefusedException {
        MessagesRequest request = read(body("m", system(block(2_000, FIVE)), "a"));
        use(request, 0).beginsAt(() -> 3 * SECOND);
        CacheUse second = use(request, SECOND);
        assertThat(second.usage()).isEqualTo(new InputUsage(1, 0, 2_000, 0));
        second.beginsAt(() -> 4 * SECOND);
        assertThat(use(request, 3 * SECOND - 1).usage().read()).isZero();
        assertThat(use(request, 3 * SECOND).usage().read()).isEqualTo(2_000);
    }

    @Test
    void shouldKeepNothingOfARequestThatLeavesBeforeItsAnswerBegins() throws RefusedException {
        MessagesRequest request = read(body("m", system(block(2_000, FIVE)), "a"));
        CacheUse leaver = use(request, 0);
        leaver.beginsAt(() -> 3 * SECOND);
        cache.abandon(leaver, 2 * SECOND);
        assertThat(use(request, 10 * SECOND).usage().read()).isZero();
    }

    @Test
    void shouldKeepWhatARequestWroteThatLeavesLater() throws RefusedException {
        MessagesRequest request = read(body("m", system(block(2_000, FIVE)), "a"));
        CacheUse leaver = use(request, 0);
        leaver.beginsAt(() -> 3 * SECOND);
        cache.abandon(leaver, 3 * SECOND);
        assertThat(use(request, 10 * SECOND).usage().read()).isEqualTo(2_000);
    }

    @Test
    void shouldKeepWhatAnotherWritesWhenOneLeaves() throws RefusedException {
        MessagesRequest request = read(body("m", system(block(2_000, FIVE)), "a"));
        CacheUse leaver = use(request, 0);
        leaver.beginsAt(() -> 3 * SECOND);
        use(request, 0).beginsAt(() -> 3 * SECOND);
        cache.abandon(leaver, SECOND);
        assertThat(use(request, 3 * SECOND).usage().read()).isEqualTo(2_000);
    }

    @Test
    void shouldLiveFromTheStartOfTheRequestThatWroteOrReadItLast() throws RefusedException {
        MessagesRequest request = read(body("m", system(block(2_000, FIVE)), "a"));
        use(request, 0).beginsAt(() -> 4 * MINUTE);
        assertThat(use(request, 5 * MINUTE - 1).usage().read()).isEqualTo(2_000);
        assertThat(use(request, 10 * MINUTE - 2).usage().read()).isEqualTo(2_000);
        assertThat(use(request, 15 * MINUTE - 2).usage().read()).isZero();
    }

    @Test
    void shouldKeepBothTimesToLive() throws RefusedException {
        String body = body("m", system(block(2_000, HOUR), block(1_500, FIVE)), "a");
        assertThat(served(body, 0)).isEqualTo(new InputUsage(1, 0, 1_500, 2_000));
        assertThat(served(body, 6 * MINUTE)).isEqualTo(new InputUsage(1, 2_000, 1_500, 0));
        assertThat(served(body, 65 * MINUTE)).isEqualTo(new InputUsage(1, 2_000, 1_500, 0));
        assertThat(served(body, 126 * MINUTE)).isEqualTo(new InputUsage(1, 0, 1_500, 2_000));
    }

    @Test
    void shouldLeaveNoTraceOfARequestThatIsRefused() throws RefusedException {
        MessagesRequest request = read(body("m", system(block(2_000, FIVE)), "a"));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> cache.use(request.prompt(), request.limits(), 0, refuse()));
        CacheUse writer = use(request, 0);
        assertThat(writer.usage().fiveMinutes()).isEqualTo(2_000);
        writer.beginsAt(() -> 0);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> cache.use(request.prompt(), request.limits(), 4 * MINUTE, refuse()));
        assertThat(use(request, 5 * MINUTE).usage().read()).isZero();
    }

    private static PromptCache.Gate<RefusedException> refuse() {
        return usage -> {
            throw new RefusedException(Refusal.invalid("no"));
        };
    }

    @Test
    void shouldGrowWithAConversationWhoseBreakpointMovesOn() throws RefusedException {
        String first = "{\"role\":\"user\",\"content\":\"" + words(2_000) + "\"}";
        String answer = ",{\"role\":\"assistant\",\"content\":\"" + words(100) + "\"}";
        String automatic = FIVE.substring(1);
        assertThat(served(conversation(automatic, first), 0)).isEqualTo(new InputUsage(0, 0, 2_000, 0));
        String next = first + answer + ",{\"role\":\"user\",\"content\":[" + block(50, FIVE) + "]}";
        assertThat(served(conversation("\"x\":0", next), SECOND)).isEqualTo(new InputUsage(0, 2_000, 150, 0));
        String other = first.replace("\"user\"", "\"system\"") + answer + ",{\"role\":\"user\",\"content\":\"a\"}";
        assertThat(served(conversation(automatic, other), 2 * SECOND).read()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"19, 2000", "20, 0"})
    void shouldLookBackOverTwentyBlocksTheBreakpointIncluded(int blocksAfter, int read) throws RefusedException {
        served(body("m", system(block(2_000, FIVE)), "a"), 0);
        String more = String.join(",", Collections.nCopies(blocksAfter - 1, block(1, "")));
        String body = body("m", system(block(2_000, ""), more, block(1, FIVE)), "a");
        assertThat(served(body, SECOND).read()).isEqualTo(read);
    }

    @Test
    void shouldReadToolsBeforeSystemWhateverTheOrderOfTheFields() throws RefusedException {
        String tool = "\"tools\":[{\"name\":\"f\",\"description\":\"" + words(1_999) + "\"" + FIVE + "}]";
        String system = system(block(10, FIVE));
        assertThat(served(body("m", system + "," + tool, "a"), 0)).isEqualTo(new InputUsage(1, 0, 2_010, 0));
        assertThat(served(body("m", tool + "," + system(block(11, "")), "a"), SECOND))
                .isEqualTo(new InputUsage(12, 2_000, 0, 0));
    }

    @Test
    void shouldTakeAStringAndItsBlockForTheSame() throws RefusedException {
        served(body("m", system(block(2_000, FIVE)), "a"), 0);
        String asString = "\"cache_control\":{\"type\":\"ephemeral\"},\"system\":\"" + words(2_000) + "\"";
        assertThat(served(body("m", asString, "b"), SECOND)).isEqualTo(new InputUsage(0, 2_000, 1, 0));
    }

    /** Serves a request whose answer begins a millisecond after it came. */
    private InputUsage served(String body, long nowNanos) throws RefusedException {
        CacheUse use = use(read(body), nowNanos);
        use.beginsAt(() -> nowNanos + 1_000_000);
        return use.usage();
    }

    private CacheUse use(MessagesRequest request, long nowNanos) {
        return cache.use(request.prompt(), request.limits(), nowNanos, usage -> {});
    }

    private MessagesRequest read(String body) throws RefusedException {
        return reader.messages(body.getBytes(UTF_8), ApiVersion.V2026_10_21);
    }

    private static String body(String model, String fields, String prompt) {
        return "{\"model\":\"" + model + "\",\"max_tokens\":1," + fields
                + ",\"messages\":[{\"role\":\"user\",\"content\":\"" + prompt + "\"}]}";
    }

    private static String conversation(String field, String messages) {
        return "{\"model\":\"m\",\"max_tokens\":1," + field + ",\"messages\":[" + messages + "]}";
    }

    private static String system(String... blocks) {
        return "\"system\":[" + String.join(",", blocks) + "]";
    }

    private static String block(int tokens, String cacheControl) {
        return "{\"type\":\"text\",\"text\":\"" + words(tokens) + "\"" + cacheControl + "}";
    }

    private static String words(int tokens) {
        return IntStream.range(0, tokens).mapToObj(i -> "w").collect(Collectors.joining(" "));
    }
}
