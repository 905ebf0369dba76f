package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesReaderTest {
    @Test
    void shouldReadTheLeastARequestNeeds() throws RefusedException {
        MessagesRequest request = read("""
                {"model":"claude-opus-5-5","max_tokens":1024,"messages":[{"role":"user","content":"Hello, world"}]}
                """);
        assertThat(request).isEqualTo(new MessagesRequest("claude-opus-5-5", 1024, 3, false));
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
        assertThat(request).isEqualTo(new MessagesRequest("m", 0, 8, true));
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
                "{'model':'m','max_tokens':'1'}|max_tokens: Input should be a valid integer",
                "{'model':'m','max_tokens':1.5}|max_tokens: Input should be a valid integer",
                "{'model':'m','max_tokens':-1}|max_tokens: Input should be greater than or equal to 0",
                "{'model':'m','max_tokens':128001}|max_tokens: 128001 > 128000, which is the maximum allowed number of output tokens",
                "{'model':'m','max_tokens':99999999999999999999}|max_tokens: 99999999999999999999 > 128000, which is the maximum allowed number of output tokens",
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
            return MessagesReader.read(body).maxTokens() >= 0;
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
        return MessagesReader.read(body.getBytes(UTF_8));
    }
}
