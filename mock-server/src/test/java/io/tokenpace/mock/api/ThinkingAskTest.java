package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThinkingAskTest {
    private static final String HELLO = "{'role':'user','content':'Hello'}";
    private static final String TOOL_RESULT =
            "{'role':'user','content':[{'type':'tool_result','tool_use_id':'x','content':'done'}]}";

    @ParameterizedTest
    @CsvSource({
        // what the service would spend, the budget, max_tokens, what is spent
        "5000, 2048, 20000, 2048",
        "100, 2048, 20000, 100",
        "5000, 1024, 1026, 769",
        "5000, 2147483647, 128000, 5000",
        "5000, 2147483647, 4, 3",
        "5000, 2147483647, 1, 0",
        "5000, 2147483647, 0, 0",
    })
    void shouldKeepToItsBudgetAndLeaveRoomForText(int wanted, int budget, int maxTokens, int spent) {
        ThinkingAsk ask = new ThinkingAsk(ThinkingAsk.Kind.UNASKED, budget, true);
        assertThat(ask.tokens(OptionalInt.of(wanted), maxTokens)).isEqualTo(spent);
    }

    @Test
    void shouldThinkSomewhatWhereOnlyTheRequestAsks() {
        assertThat(tokens(ThinkingAsk.Kind.ASKED, OptionalInt.empty())).isEqualTo(256);
        assertThat(tokens(ThinkingAsk.Kind.UNASKED, OptionalInt.empty())).isZero();
        assertThat(tokens(ThinkingAsk.Kind.NEVER, OptionalInt.of(9))).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "claude-opus-5-5||UNASKED|false",
                "claude-opus-5-5|,\"thinking\":{\"type\":\"adaptive\"}|ASKED|false",
                "claude-opus-5-5|,\"thinking\":{\"type\":\"adaptive\",\"display\":\"summarized\"}|ASKED|true",
                "claude-sonnet-5|,\"thinking\":{\"type\":\"disabled\"}|NEVER|false",
                "claude-sonnet-4-6|,\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":1024}|ASKED|true",
                "claude-sonnet-4-6|,\"thinking\":{\"type\":\"adaptive\",\"display\":\"omitted\"}|ASKED|false",
                "claude-sonnet-4-6|,\"tool_choice\":{\"type\":\"any\"}|NEVER|true",
                "claude-opus-5-5|,\"thinking\":{\"type\":\"between_tools\"}|NEVER|false",
            })
    void shouldReadWhatTheModelAndTheRequestSay(String model, String fields, ThinkingAsk.Kind kind, boolean summarized)
            throws RefusedException {
        ThinkingAsk ask = ask(model, fields == null ? "" : fields, HELLO);
        assertThat(ask.kind()).isEqualTo(kind);
        assertThat(ask.summarized()).isEqualTo(summarized);
    }

    @Test
    void shouldThinkBetweenToolsOnceOneHasAnswered() throws RefusedException {
        assertThat(ask("claude-opus-5-5", ",'thinking':{'type':'between_tools'}", TOOL_RESULT)
                        .kind())
                .isEqualTo(ThinkingAsk.Kind.ASKED);
    }

    @Test
    void shouldNotThinkOfItselfBeforeWhatItWasToldToSay() throws RefusedException {
        assertThat(ask("claude-sonnet-4-5", "", HELLO + ",{'role':'assistant','content':'So'}")
                        .kind())
                .isEqualTo(ThinkingAsk.Kind.NEVER);
    }

    private static int tokens(ThinkingAsk.Kind kind, OptionalInt ofService) {
        return new ThinkingAsk(kind, Integer.MAX_VALUE, true).tokens(ofService, 2_000);
    }

    private static ThinkingAsk ask(String model, String fields, String messages) throws RefusedException {
        String body = "{'model':'" + model + "','max_tokens':2000" + fields + ",'messages':[" + messages + "]}";
        return new MessagesReader(ModelCatalogue.strict())
                .messages(body.replace('\'', '"').getBytes(UTF_8), ApiVersion.V2026_10_21)
                .content()
                .thinking();
    }
}
