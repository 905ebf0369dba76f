package io.tokenpace.bench.wire.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.StopReason;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.wire.Answer;
import io.tokenpace.bench.wire.Told;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"abc\"}}",
                "{\"delta\":{\"text\":\"abc\",\"type\":\"text_delta\"},\"index\":0,\"type\":\"content_block_delta\"}",
                " {\n \"index\" : 0 ,\t\"delta\" : { \"text\" : \"abc\" , \"type\" : \"text_delta\" } ,\n \"type\" :"
                        + " \"content_block_delta\" }\n ",
                "{\"extra\":{\"delta\":{\"text\":\"no\"}},\"delta\":{\"type\":\"text_delta\",\"more\":[{\"text\":\"no\"},"
                        + "[\"text\",1,null]],\"text\":\"abc\"},\"type\":\"content_block_delta\",\"p\":\"xyz\"}"
            })
    void shouldReadTextWhateverStandsAroundIt(String event) {
        Answer answer = Streams.readEvents(event);

        assertThat(answer.error()).isEmpty();
        assertThat(answer.textEvents()).isEqualTo(1);
        assertThat(answer.visibleChars()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\\"", "\\\\", "\\/", "\\u00e9", "é", "日", "\\ud83d\\ude00", "😀"})
    void shouldCountCharactersAndNotTheirEscapes(String character) {
        String text = "ab" + character;

        Answer answer = Streams.readEvents(textDelta(text));

        boolean pair = character.equals("😀") || character.startsWith("\\ud83d");
        assertThat(answer.visibleChars()).isEqualTo(pair ? 4 : 3);
    }

    @Test
    void shouldCountLongText() {
        assertThat(Streams.readEvents(textDelta("é".repeat(100_000))).visibleChars())
                .isEqualTo(100_000);
    }

    @Test
    void shouldKeepTextWhereItIsToBeKept() {
        Answer answer = new Answer();
        answer.keepText();

        Streams.readInto(
                answer,
                new AnthropicFormat().newReader(),
                textDelta("a\\u00e9"),
                textDelta(""),
                textDelta("\\n😀".repeat(300)));

        assertThat(answer.text()).isEqualTo("aé" + "\n😀".repeat(300));
    }

    @Test
    void shouldKeepNoTextUnasked() {
        assertThat(Streams.readEvents(textDelta("abc")).text()).isEmpty();
    }

    @Test
    void shouldKeepNeitherThinkingNorToolInput() {
        Answer answer = new Answer();
        answer.keepText();

        Streams.readInto(
                answer,
                new AnthropicFormat().newReader(),
                "{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"hm\"}}",
                "{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{\"}}",
                textDelta("yes"));

        assertThat(answer.text()).isEqualTo("yes");
    }

    @Test
    void shouldNotTakeEmptyTextForContent() {
        Answer answer = Streams.readEvents(textDelta(""));

        assertThat(answer.events()).isEqualTo(1);
        assertThat(answer.contentEvents()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"ping\"}",
                "{\"type\":\"hologram\",\"text\":\"no\",\"thinking\":\"no\",\"error\":{\"type\":\"x\"}}",
                "{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"smell_delta\",\"smell\":\"tar\"}}",
                "{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"signature_delta\",\"signature\":\"Eq\"}}",
                "{\"type\":\"content_block_start\",\"content_block\":{\"type\":\"hologram\",\"data\":{\"text\":\"no\"}}}",
                "{\"type\":\"content_block_delta\",\"delta\":null}",
                "{\"type\":\"content_block_delta\",\"delta\":{\"text\":null}}",
                "{\"type\":\"content_block_delta\",\"delta\":{\"text\":7,\"thinking\":true}}",
                "{\"type\":null,\"usage\":null,\"message\":null}",
                "{\"usage\":\"none\",\"message\":[{\"usage\":{\"output_tokens\":3}}]}",
                "{\"type\":[\"message_stop\"]}",
                "{\"other\":{\"type\":\"message_stop\"}}",
                "{}"
            })
    void shouldPassOverWhatItDoesNotKnow(String event) {
        Answer expected = new Answer();
        expected.addEvent();

        assertThat(Told.by(Streams.readEvents(event))).isEqualTo(Told.by(expected));
    }

    @Test
    void shouldReplaceUsageAndNotAddIt() {
        Answer answer = Streams.readEvents(
                "{\"message\":{\"usage\":{\"input_tokens\":9,\"cache_creation_input_tokens\":8,"
                        + "\"cache_read_input_tokens\":7,\"output_tokens\":1}},\"type\":\"message_start\"}",
                "{\"type\":\"message_delta\",\"usage\":{\"output_tokens\":20}}",
                "{\"type\":\"message_delta\",\"usage\":{\"input_tokens\":10,\"output_tokens\":30,"
                        + "\"output_tokens_details\":{\"thinking_tokens\":12}}}");

        assertThat(answer.usage()).isEqualTo(new Usage(10, 8, 7, 30, 12));
    }

    @Test
    void shouldNotTakeNestedCountsForTheUsage() {
        Answer answer = Streams.readEvents(
                "{\"type\":\"message_delta\",\"usage\":{\"output_tokens\":5,\"cache_creation\":"
                        + "{\"output_tokens\":6},\"server_tool_use\":{\"input_tokens\":7},\"iterations\":[{\"output_tokens\":8}]}}");

        assertThat(answer.usage()).isEqualTo(new Usage(Usage.UNKNOWN, Usage.UNKNOWN, Usage.UNKNOWN, 5, Usage.UNKNOWN));
    }

    @Test
    void shouldLeaveACountUnknownThatIsNull() {
        Answer answer = Streams.readEvents("{\"type\":\"message_delta\",\"usage\":{\"cache_read_input_tokens\":null,"
                + "\"output_tokens\":2,\"output_tokens_details\":null}}");

        assertThat(answer.usage().cacheReadTokens()).isEqualTo(Usage.UNKNOWN);
        assertThat(answer.usage().outputTokens()).isEqualTo(2);
    }

    @Test
    void shouldCallAnUnknownStopReasonOther() {
        Answer answer = Streams.readEvents("{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"bored\"}}");

        assertThat(answer.stopReason()).isEqualTo(StopReason.OTHER);
    }

    @Test
    void shouldKeepTheStopReasonWhenALaterDeltaHasNone() {
        Answer answer = Streams.readEvents(
                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"max_tokens\"}}",
                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":null},\"usage\":{\"output_tokens\":2}}");

        assertThat(answer.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
    }

    @Test
    void shouldCountTextThatABlockBeginsWith() {
        Answer answer = Streams.readEvents(
                "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"Hi\"}}");

        assertThat(answer.textEvents()).isEqualTo(1);
        assertThat(answer.visibleChars()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"error\",\"error\":{\"type\":\"api_error\",\"message\":\"Oh\",\"details\":{\"message\":\"no\"}}}",
                "{\"error\":{\"message\":\"Oh\",\"details\":null,\"type\":\"api_error\"},\"type\":\"error\"}"
            })
    void shouldTellTheServicesErrorInItsOwnWords(String event) {
        Answer answer = Streams.readEvents(event);

        assertThat(answer.error()).contains(ErrorKind.STREAM_ERROR);
        assertThat(answer.errorText()).isEqualTo("api_error: Oh");
    }

    @Test
    void shouldFailOnAnErrorThatSaysNothing() {
        assertThat(Streams.readEvents("{\"type\":\"error\"}").error()).contains(ErrorKind.STREAM_ERROR);
    }

    @Test
    void shouldTellARefusalInTheServicesWords() {
        String body = "{\"type\":\"error\",\"error\":{\"type\":\"not_found_error\",\"message\":\"model: m\"},"
                + "\"request_id\":\"req_1\"}\n";

        assertThat(refusal(body)).isEqualTo("not_found_error: model: m");
    }

    @Test
    void shouldTellTheBeginningOfARefusalThatIsNoJson() {
        assertThat(refusal("<html>\n  <b>502</b>\n</html>" + " ".repeat(300) + "end"))
                .isEqualTo("<html> <b>502</b> </html>");
        assertThat(refusal("")).isEmpty();
        assertThat(refusal("{\"detail\":\"no\"}")).isEqualTo("{\"detail\":\"no\"}");
    }

    private static String textDelta(String text) {
        return "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"" + text
                + "\"}}";
    }

    private static String refusal(String body) {
        return new AnthropicFormat().newReader().refusal(body.getBytes(StandardCharsets.UTF_8));
    }
}
