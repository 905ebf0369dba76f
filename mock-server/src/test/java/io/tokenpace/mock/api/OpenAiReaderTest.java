package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tokenpace.mock.text.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiReaderTest {
    private static final String CHAT = "{'model':'m','messages':[{'role':'user','content':'one two'}]";

    private final OpenAiReader reader = new OpenAiReader(ModelCatalogue.permissive());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'role':'user','content':'one two'}]|2",
                "[{'content':[{'type':'text','text':'one'},{'type':'image_url','image_url':{'url':'x'}}],'role':'user'}]|1",
                "[{'role':'developer','content':'one'},{'role':'user','content':'two three'}]|3",
                "[{'role':'assistant','content':null,'tool_calls':[]},{'role':'tool','content':'one','tool_call_id':'x'}]|1",
            })
    void shouldCountTheTextsOfAConversation(String messages, int tokens) throws OpenAiRefusedException {
        assertThat(chat("{'model':'m','messages':" + messages + "}").promptTokens())
                .isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'one two three'|3", "['one two']|2", "[7,8,9,10]|4", "[[7,8]]|2", "''|0"},
            quoteCharacter = '`')
    void shouldCountATextOrItsTokens(String prompt, int tokens) throws OpenAiRefusedException {
        assertThat(text("{'model':'m','prompt':" + prompt + "}").promptTokens()).isEqualTo(tokens);
    }

    @Test
    void shouldCountTheStringsOfTools() throws OpenAiRefusedException {
        String tools = ",'tools':[{'type':'function','function':{'name':'find','description':'finds it'}}]}";
        assertThat(chat(CHAT + tools).promptTokens()).isEqualTo(2 + 1 + 1 + 2);
    }

    @Test
    void shouldHaveDefaultsOfItsOwn() throws OpenAiRefusedException {
        OpenAiRequest chat = chat(CHAT + "}");
        assertThat(chat.maxTokens()).isEqualTo(4_096);
        assertThat(chat.minTokens()).isZero();
        assertThat(chat.stream()).isFalse();
        assertThat(text("{'model':'m','prompt':'a','max_tokens':null}").maxTokens())
                .isEqualTo(16);
    }

    @Test
    void shouldReadHowToDrawTheWords() throws OpenAiRefusedException {
        assertThat(chat(CHAT + "}").sampling()).isEqualTo(Sampling.DEFAULT);
        assertThat(chat(CHAT + ",'temperature':2,'top_p':0.5,'top_k':40}").sampling())
                .isEqualTo(new Sampling(2, 0.5, 40));
        assertThat(chat(CHAT + ",'temperature':0,'top_k':-1}").sampling()).isEqualTo(new Sampling(0, 1, 0));
    }

    @Test
    void shouldTellTheUsageThroughoutOnlyWhereItTellsItAtAll() throws OpenAiRefusedException {
        String throughout = "'continuous_usage_stats':true";
        assertThat(streaming("{" + throughout + "}")).isEqualTo(new OpenAiStreaming(true, false, false));
        assertThat(streaming("{'include_usage':true}")).isEqualTo(new OpenAiStreaming(true, true, false));
        assertThat(streaming("{'include_usage':true," + throughout + "}"))
                .isEqualTo(new OpenAiStreaming(true, true, true));
        assertThat(streaming("null")).isEqualTo(new OpenAiStreaming(true, false, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ",'temperature':-0.1|temperature|decimal_below_min_value",
                ",'temperature':2.01|temperature|decimal_above_max_value",
                ",'temperature':'hot'|temperature|invalid_type",
                ",'top_p':1.1|top_p|decimal_above_max_value",
                ",'top_k':-2|top_k|integer_below_min_value",
                ",'n':2|n|unsupported_value",
                ",'n':0|n|integer_below_min_value",
                ",'n':1.5|n|invalid_type",
                ",'max_tokens':0|max_tokens|integer_below_min_value",
                ",'max_tokens':128001|max_tokens|invalid_value",
                ",'max_tokens':99999999999|max_tokens|integer_above_max_value",
                ",'max_tokens':-99999999999|max_tokens|integer_below_min_value",
                ",'max_tokens':5,'max_completion_tokens':5|max_tokens|invalid_parameter_combination",
                ",'max_tokens':5,'min_tokens':6|min_tokens|invalid_value",
                ",'ignore_eos':1|ignore_eos|invalid_type",
                ",'stream_options':{}|stream_options|invalid_value",
                ",'stream':true,'stream_options':1|stream_options|invalid_type",
                ",'stream':true,'stream_options':{'include_usage':1}|stream_options.include_usage|invalid_type",
                ",'stop':1|stop|invalid_type",
                ",'stop':['a',1]|stop|invalid_type",
                ",'stop':''|stop|invalid_value",
                ",'stop':['a','b','c','d','e']|stop|array_above_max_length",
                ",'reasoning_effort':'huge'|reasoning_effort|invalid_value",
                ",'chat_template_kwargs':1|chat_template_kwargs|invalid_type",
                ",'chat_template_kwargs':{'enable_thinking':1}|chat_template_kwargs.enable_thinking|invalid_type",
                ",'tools':{}|tools|invalid_type",
                ",'tools':[1]|tools[0]|invalid_type",
                ",'tools':[{}]|tools[0].type|missing_required_parameter",
                ",'tools':[{'type':'custom'}]|tools[0].type|invalid_value",
                ",'tools':[{'type':'function'}]|tools[0].function|missing_required_parameter",
                ",'tools':[{'type':'function','function':{}}]|tools[0].function.name|missing_required_parameter",
                ",'tool_choice':'required'|tool_choice|invalid_value",
                ",'tool_choice':'any'|tool_choice|invalid_value",
                ",'tool_choice':1|tool_choice|invalid_type",
                ",'tool_choice':{'type':'allowed_tools'}|tool_choice.type|invalid_value",
                ",'tool_choice':{'type':'function'}|tool_choice.function|missing_required_parameter",
                ",'tool_choice':{'type':'function','function':{}}|tool_choice.function.name|missing_required_parameter",
                ",'tool_choice':{'type':'function','function':{'name':'f'}}|tool_choice|invalid_value",
                ",'messages':[]|messages|empty_array",
                ",'messages':{}|messages|invalid_type",
                ",'messages':null|messages|missing_required_parameter",
                ",'messages':[1]|messages[0]|invalid_type",
                ",'messages':[{'role':'user'}]|messages[0].content|invalid_type",
                ",'messages':[{'role':'user','content':1}]|messages[0].content|invalid_type",
                ",'messages':[{'content':'a'}]|messages[0].role|missing_required_parameter",
                ",'messages':[{'role':'judge','content':'a'}]|messages[0].role|invalid_value",
            })
    void shouldNameTheParameterAtFault(String fields, String param, String code) {
        OpenAiRefusal refusal = refusal(CHAT + fields + "}", OpenAiKind.CHAT);
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.param()).contains(param);
        assertThat(refusal.code()).contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "|missing_required_parameter",
                ",'prompt':['a','b']|unsupported_value",
                ",'prompt':[[1],[2]]|unsupported_value",
                ",'prompt':[1,'a']|invalid_type",
                ",'prompt':[[]]|invalid_type",
                ",'prompt':[]|empty_array",
                ",'prompt':{}|invalid_type",
            })
    void shouldRefuseOtherPrompts(String prompt, String code) {
        OpenAiRefusal refusal = refusal("{'model':'m'" + (prompt == null ? "" : prompt) + "}", OpenAiKind.TEXT);
        assertThat(refusal.param()).contains("prompt");
        assertThat(refusal.code()).contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|you must provide a model parameter",
                "{'model':''}|you must provide a model parameter",
                "[]|The body of your request must be a JSON object.",
                "{} {}|There is more after the JSON body of your request.",
                "{'a|We could not parse the JSON body of your request: ",
            })
    void shouldRefuseABrokenRequestAsAWhole(String body, String message) {
        OpenAiRefusal refusal = refusal(body, OpenAiKind.CHAT);
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.message()).startsWith(message.strip());
        assertThat(refusal.param()).isEmpty();
    }

    @Test
    void shouldRefuseAPromptBeyondTheModelsContext() {
        OpenAiRefusal refusal =
                refusal("{'model':'claude-haiku-4-5','prompt':'" + "!".repeat(200_001) + "'}", OpenAiKind.TEXT);
        assertThat(refusal.code()).contains("context_length_exceeded");
    }

    private OpenAiStreaming streaming(String options) throws OpenAiRefusedException {
        return chat(CHAT + ",'stream':true,'stream_options':" + options + "}").streaming();
    }

    private OpenAiRefusal refusal(String body, OpenAiKind kind) {
        return catchThrowableOfType(OpenAiRefusedException.class, () -> read(body, kind))
                .refusal();
    }

    private OpenAiRequest chat(String body) throws OpenAiRefusedException {
        return read(body, OpenAiKind.CHAT);
    }

    private OpenAiRequest text(String body) throws OpenAiRefusedException {
        return read(body, OpenAiKind.TEXT);
    }

    private OpenAiRequest read(String body, OpenAiKind kind) throws OpenAiRefusedException {
        return reader.read(body.replace('\'', '"').getBytes(UTF_8), kind);
    }
}
