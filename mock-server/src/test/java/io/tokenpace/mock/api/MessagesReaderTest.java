package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenpace.mock.text.Sampling;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesReaderTest {
    private static final MessagesReader READER = new MessagesReader(ModelCatalogue.permissive());

    @Test
    void shouldReadTheLeastARequestNeeds() throws RefusedException {
        MessagesRequest request = read("""
                {"model":"claude-opus-5-5","max_tokens":1024,"messages":[{"role":"user","content":"Hello, world"}]}
                """);
        assertThat(request.model()).isEqualTo("claude-opus-5-5");
        assertThat(request.maxTokens()).isEqualTo(1024);
        assertThat(request.promptTokens()).isEqualTo(3);
        assertThat(request.stream()).isFalse();
        assertThat(request.sampling()).isEqualTo(Sampling.DEFAULT);
    }

    @Test
    void shouldCountSystemStringsAndTextBlocksAndNothingElse() throws RefusedException {
        MessagesRequest request = read("""
                {"stream":true,
                 "system":[{"type":"text","text":"one two","cache_control":{"type":"ephemeral"}}],
                 "metadata":{"user_id":"not counted","text":"nor this"},
                 "messages":[
                   {"role":"user","content":[
                     {"type":"text","text":"three"},
                     {"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}},
                     {"text":"four","type":"text"}]},
                   {"role":"assistant","content":"five\\n\\u00e9"},
                   {"content":"six","role":"user"}],
                 "model":"m","max_tokens":0}
                """);
        // one, two, three, four, five, the line feed, é, six
        assertThat(request.promptTokens()).isEqualTo(8);
        assertThat(request.maxTokens()).isZero();
        assertThat(request.stream()).isTrue();
    }

    @Test
    void shouldReadTheSamplingParameters() throws RefusedException {
        MessagesRequest request = read("""
                {"model":"m","max_tokens":1,"temperature":0.25,"top_p":1,"top_k":99999999999,
                 "messages":[{"role":"user","content":"a"}]}
                """);
        assertThat(request.sampling()).isEqualTo(new Sampling(0.25, 1, Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|model: Field required",
                "{'max_tokens':1,'messages':[{'role':'user','content':'a'}]}|model: Field required",
                "{'model':'m','messages':[{'role':'user','content':'a'}]}|max_tokens: Field required",
                "{'model':'m','max_tokens':1}|messages: Field required",
                "{'model':'m','max_tokens':1,'messages':[]}|messages: at least one message is required",
                "{'model':'m','max_tokens':1,'messages':'a'}|messages: Input should be a valid list",
                "{'model':'m','max_tokens':1,'messages':['a']}|messages.0: Input should be an object",
                "{'model':'m','max_tokens':1,'messages':[{'content':'a'}]}|messages.0.role: Field required",
                "{'model':'m','max_tokens':1,'messages':[{'role':'user'}]}|messages.0.content: Field required",
                "{'model':'m','max_tokens':1,'messages':[{'role':'user','content':[{'type':'text'}]}]}|messages.0.content.0.text: Field required",
                "{'model':'m','max_tokens':1,'messages':[{'role':'user','content':[{'text':'a'}]}]}|messages.0.content.0.type: Field required",
                "{'temperature':'1','model':'m','max_tokens':1,'messages':[{'role':'user','content':'a'}]}|temperature: Input should be a valid number",
                "{'temperature':-0.1,'model':'m','max_tokens':1,'messages':[{'role':'user','content':'a'}]}|temperature: Input should be greater than or equal to 0",
                "{'temperature':1e999,'model':'m','max_tokens':1,'messages':[{'role':'user','content':'a'}]}|temperature: Input should be less than or equal to 1",
                "{'top_p':1.5,'model':'m','max_tokens':1,'messages':[{'role':'user','content':'a'}]}|top_p: Input should be less than or equal to 1",
                "{'top_k':0.5,'model':'m','max_tokens':1,'messages':[{'role':'user','content':'a'}]}|top_k: Input should be a valid integer",
                "{'top_k':-1,'model':'m','max_tokens':1,'messages':[{'role':'user','content':'a'}]}|top_k: Input should be greater than or equal to 0",
                "{'model':'m','max_tokens':'1'}|max_tokens: Input should be a valid integer",
                "{'model':'m','max_tokens':1.5}|max_tokens: Input should be a valid integer",
                "{'model':'m','max_tokens':-1}|max_tokens: Input should be greater than or equal to 0",
                "{'model':'m','max_tokens':128001,'messages':[{'role':'user','content':'a'}]}|max_tokens: 128001 > 128000, which is the maximum allowed number of output tokens for m",
                "{'model':'m','max_tokens':99999999999999999999,'messages':[{'role':'user','content':'a'}]}|max_tokens: 99999999999999999999 > 128000, which is the maximum allowed number of output tokens for m",
                "{'model':7}|model: Input should be a valid string",
                "{'stream':'yes'}|stream: Input should be a valid boolean",
                "{'system':5}|system: Input should be a valid string or list",
            })
    void shouldRefuseInTheWordsOfTheApi(String body, String message) {
        assertRefused(body.replace('\'', '"'), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nonsense", "{\"model\":}", "{\"model\":\"m\"", "{} {}", "{\"a\":\"\\x\"}"})
    void shouldRefuseWhatIsNoJson(String body) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> read(body))
                .satisfies(e -> assertThat(e.refusal().status()).isEqualTo(400))
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    @Test
    void shouldRefuseAListInPlaceOfARequest() {
        assertRefused("[]", "The request body must be a JSON object");
    }

    @Test
    void shouldCountToolsAndToolResults() throws RefusedException {
        MessagesRequest request = read("""
                {"model":"m","max_tokens":1,
                 "tools":[{"name":"get","description":"one two","input_schema":{"type":"object"},
                           "cache_control":{"type":"ephemeral"}}],
                 "messages":[{"role":"user","content":[
                   {"type":"tool_result","tool_use_id":"x","content":[{"type":"text","text":"three four"}]},
                   {"content":"five","type":"tool_result","tool_use_id":"x"}]}]}
                """);
        // get, one, two, object; three, four, five
        assertThat(request.promptTokens()).isEqualTo(7);
    }

    @Test
    void shouldCountTokensWithoutAnyLimitOfTheAnswer() throws RefusedException {
        byte[] body = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"one two\"}]}".getBytes(UTF_8);
        assertThat(READER.countTokens(body, ApiVersion.V2026_10_21).promptTokens())
                .isEqualTo(2);
    }

    @Test
    void shouldReadOrRefuseWhateverIsSent() {
        byte[] sound = """
                {"model":"m","max_tokens":9,"stream":true,"system":"é","messages":[{"role":"user","content":[{"type":"text","text":"a"}]}]}
                """.getBytes(UTF_8);
        Random random = new Random(20261120);
        for (int i = 0; i < 20_000; i++) {
            byte[] broken = Arrays.copyOf(sound, 1 + random.nextInt(sound.length));
            broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            assertThat(isReadOrRefused(broken)).isTrue();
        }
    }

    private static boolean isReadOrRefused(byte[] body) {
        try {
            return READER.messages(body, ApiVersion.V2023_06_01).maxTokens() >= 0;
        } catch (RefusedException e) {
            return e.refusal().status() == 400 && e.getMessage().lines().count() == 1;
        }
    }

    private static void assertRefused(String body, String message) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> read(body))
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(new Refusal(400, "invalid_request_error", message)));
    }

    private static MessagesRequest read(String body) throws RefusedException {
        return READER.messages(body.getBytes(UTF_8), ApiVersion.V2023_06_01);
    }
}
