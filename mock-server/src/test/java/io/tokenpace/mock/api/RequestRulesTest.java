package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what one model or version takes and another refuses to the documented texts. */
class RequestRulesTest {
    private static final String ASK = "'messages':[{'role':'user','content':'a'}]";
    private static final String THINKING_TEXT =
            " Use \"thinking.type.adaptive\" and \"output_config.effort\" to control" + " thinking behavior.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "claude-sonnet-4-5|'temperature':0.5,'top_p':0.9|`temperature` and `top_p` cannot both be specified for this model. Please use only one.",
                "claude-haiku-4-5-20251001|'temperature':1,'top_p':1|`temperature` and `top_p` cannot both be specified for this model. Please use only one.",
                "claude-opus-4-7|'temperature':0.5|`temperature` is deprecated for this model.",
                "claude-opus-5-5|'top_p':0.98|`top_p` is deprecated for this model.",
                "claude-sonnet-5|'top_k':5|`top_k` is deprecated for this model.",
                "m|'temperature':1.01|temperature: Input should be less than or equal to 1",
                "m|'temperature':-0.1|temperature: Input should be greater than or equal to 0",
                "m|'temperature':'hot'|temperature: Input should be a valid number",
                "m|'top_p':1.5|top_p: Input should be less than or equal to 1",
                "m|'top_k':1.5|top_k: Input should be a valid integer",
                "m|'temperature':0.5,'thinking':{'type':'enabled','budget_tokens':1024}|`temperature` may only be set to 1 when thinking is enabled or in adaptive mode",
                "claude-sonnet-4-6|'temperature':0.5,'thinking':{'type':'adaptive'}|`temperature` may only be set to 1 when thinking is enabled or in adaptive mode",
                "m|'thinking':{'type':'enabled'}|thinking.enabled.budget_tokens: Field required",
                "m|'thinking':{'type':'enabled','budget_tokens':1023}|thinking.enabled.budget_tokens: Input should be greater than or equal to 1024",
                "m|'thinking':{'type':'enabled','budget_tokens':2000}|`max_tokens` must be greater than `thinking.budget_tokens`",
                "claude-opus-4-5|'thinking':{'type':'adaptive'}|adaptive thinking is not supported on this model",
                "m|'thinking':{'type':'adaptive'},'tool_choice':{'type':'any'}|Thinking may not be enabled when tool_choice forces tool use.",
                "claude-opus-5-5|'tool_choice':{'type':'tool','name':'f'}|Thinking may not be enabled when tool_choice forces tool use.",
                "m|'service_tier':'best'|service_tier: Input should be 'auto' or 'standard_only'",
                "m|'stop_sequences':[' ']|stop_sequences: each stop sequence must contain non-whitespace",
                "m|'tools':[{'description':'d'}]|tools.0.name: Field required",
                "m|'metadata':{'user_id':5}|metadata.user_id: Input should be a valid string",
                "m|'output_config':{'effort':'utmost'}|output_config.effort: Input should be 'low', 'medium', 'high', 'xhigh' or 'max'",
                "m|'system':[{'type':'text','text':''}]|messages: text content blocks must be non-empty",
                "m|'system':[{'type':'text','text':'a','cache_control':{'type':'eternal'}}]|system.0.cache_control.type: Input should be 'ephemeral'",
                "m|'cache_control':{'type':'ephemeral','ttl':'2h'}|cache_control.ttl: Input should be '5m' or '1h'",
            })
    void shouldRefuseWhatTheModelDoesNotTake(String model, String fields, String message) {
        assertRefused(body(model, fields + "," + ASK), ApiVersion.V2023_06_01, message);
    }

    @ParameterizedTest
    @CsvSource({
        "claude-opus-4-7, enabled, ''",
        "claude-opus-5-5, disabled, ''",
        "claude-fable-5, disabled, ''",
        "claude-opus-5, disabled, xhigh",
    })
    void shouldNameTheThinkingThatIsNotSupported(String model, String type, String effort) {
        String output = effort.isEmpty() ? "" : ",'output_config':{'effort':'" + effort + "'}";
        assertRefused(
                body(model, "'thinking':{'type':'" + type + "','budget_tokens':1024}" + output + "," + ASK),
                ApiVersion.V2026_10_21,
                "\"thinking.type." + type + "\" is not supported for this model." + THINKING_TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"temperature", "top_p", "top_k"})
    void shouldTakeNoSamplingAtAllOnTheNewVersion(String parameter) {
        assertRefused(
                body("claude-sonnet-4-5", "'" + parameter + "':1," + ASK),
                ApiVersion.V2026_10_21,
                parameter + ": Extra inputs are not permitted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "claude-opus-4-7|'temperature':1.0,'top_p':0.99",
                "claude-sonnet-4-20250514|'temperature':0.2,'top_p':0.3,'top_k':4",
                "claude-sonnet-4-5|'temperature':0.2",
                "claude-opus-5|'thinking':{'type':'disabled'},'output_config':{'effort':'high'}",
                "claude-opus-4-6|'thinking':{'type':'enabled','budget_tokens':1999,'display':'omitted'}",
                "any-name|'temperature':0.2,'top_p':0.3,'thinking':null",
                "any-name|'future_field':{'a':[1,2,{}]}",
            })
    void shouldTakeWhatTheModelTakes(String model, String fields) throws RefusedException {
        assertThat(read(body(model, fields + "," + ASK), ApiVersion.V2023_06_01).model())
                .isEqualTo(model);
    }

    @Test
    void shouldRefusePrefillOnNewerModelsOnly() throws RefusedException {
        String prefill = "'messages':[{'role':'user','content':'a'},{'role':'assistant','content':'b'}]";
        assertThat(read(body("claude-sonnet-4-5", prefill), ApiVersion.V2023_06_01)
                        .promptTokens())
                .isEqualTo(2);
        assertRefused(
                body("claude-sonnet-4-6", prefill),
                ApiVersion.V2023_06_01,
                "This model does not support assistant message prefill. The conversation must end with a user message.");
    }

    @Test
    void shouldRefuseAnEmptyMessageUnlessItIsTheLastWordOfTheAssistant() throws RefusedException {
        assertRefused(
                body("m", "'messages':[{'role':'user','content':''}]"),
                ApiVersion.V2023_06_01,
                "messages.0: all messages must have non-empty content except for the optional final assistant message");
        String opened = "'messages':[{'role':'user','content':'a'},{'role':'assistant','content':[]}]";
        assertThat(read(body("m", opened), ApiVersion.V2023_06_01).promptTokens())
                .isEqualTo(1);
    }

    @Test
    void shouldKeepDocumentsAndCitationsWhereTheNewVersionWantsThem() throws RefusedException {
        String document = "'messages':[{'role':'user','content':'a'},{'role':'assistant','content':[{'type':'document',"
                + "'source':{'type':'text','media_type':'text/plain','data':'d'}}]},{'role':'user','content':'b'}]";
        String citation = "'messages':[{'role':'user','content':[{'type':'text','text':'a','citations':[{}]}]}]";
        assertThat(read(body("m", document), ApiVersion.V2023_06_01).promptTokens())
                .isEqualTo(2);
        assertThat(read(body("m", citation), ApiVersion.V2023_06_01).promptTokens())
                .isEqualTo(1);
        assertRefused(
                body("m", document),
                ApiVersion.V2026_10_21,
                "messages.1.content.0: `document` blocks are not permitted in assistant messages");
        assertRefused(
                body("m", citation),
                ApiVersion.V2026_10_21,
                "messages.0.content.0.citations: Extra inputs are not permitted");
    }

    @Test
    void shouldRefuseMoreThanFourBreakpointsTheAutomaticOneIncluded() throws RefusedException {
        String block = "{'type':'text','text':'a','cache_control':{'type':'ephemeral'}}";
        String four = "'system':[" + block + "," + block + "," + block + "," + block + "],";
        assertThat(read(body("m", four + ASK), ApiVersion.V2026_10_21).promptTokens())
                .isEqualTo(5);
        assertRefused(
                body("m", four + "'cache_control':{'type':'ephemeral'}," + ASK),
                ApiVersion.V2026_10_21,
                "A maximum of 4 blocks with cache_control may be provided. Found 5.");
    }

    @Test
    void shouldRefuseAnHourAfterFiveMinutes() {
        String tool = "'tools':[{'name':'f','cache_control':{'type':'ephemeral','ttl':'5m'}}],";
        String system = "'system':[{'type':'text','text':'a','cache_control':{'type':'ephemeral','ttl':'1h'}}],";
        assertRefused(
                body("m", system + tool + ASK),
                ApiVersion.V2026_10_21,
                "system.0.cache_control.ttl: a ttl='1h' cache_control block must not come after a ttl='5m' cache_control"
                        + " block. Note that blocks are processed in the following order: `tools`, `system`, `messages`.");
    }

    @Test
    void shouldKnowTheLimitsOfEachModel() {
        assertRefused(
                "{\"model\":\"claude-opus-4-1\",\"max_tokens\":32001," + ASK.replace('\'', '"') + "}",
                ApiVersion.V2023_06_01,
                "max_tokens: 32001 > 32000, which is the maximum allowed number of output tokens for claude-opus-4-1");
        String prompt = "x ".repeat(200_000);
        assertRefused(
                body("claude-sonnet-4-5", "'messages':[{'role':'user','content':'" + prompt + "y'}]"),
                ApiVersion.V2023_06_01,
                "prompt is too long: 200001 tokens > 200000 maximum");
    }

    @Test
    void shouldRefuseUnknownModelsOnlyWhenStrict() {
        MessagesReader strict = new MessagesReader(ModelCatalogue.strict());
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> strict.messages(body("no-such", ASK).getBytes(UTF_8), ApiVersion.V2026_10_21))
                .satisfies(
                        e -> assertThat(e.refusal()).isEqualTo(new Refusal(404, "not_found_error", "model: no-such")));
    }

    private static String body(String model, String fields) {
        return "{\"model\":\"" + model + "\",\"max_tokens\":2000," + fields.replace('\'', '"') + "}";
    }

    private static void assertRefused(String body, ApiVersion version, String message) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> read(body, version))
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(new Refusal(400, "invalid_request_error", message)));
    }

    private static MessagesRequest read(String body, ApiVersion version) throws RefusedException {
        return new MessagesReader(ModelCatalogue.permissive()).messages(body.getBytes(UTF_8), version);
    }
}
