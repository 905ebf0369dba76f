package io.tokenpace.bench.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.WireFormat;
import io.tokenpace.bench.wire.anthropic.AnthropicFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestEncoderTest {
    private static final Target SERVICE = Target.of(Endpoint.parse("http://service:8080/base"));

    @Test
    void shouldWriteWholeRequest() {
        byte[] request =
                new RequestEncoder(SERVICE, formatWith("x-key", "secret")).encode(0, "{\"é\":1}".getBytes(UTF_8));
        assertThat(new String(request, UTF_8).lines())
                .startsWith("POST /base/v1/answers HTTP/1.1", "host: service:8080")
                .contains(
                        "content-type: application/json",
                        "accept: text/event-stream",
                        "accept-encoding: identity",
                        "x-key: secret",
                        "content-length: 8")
                .endsWith("", "{\"é\":1}");
    }

    @Test
    void shouldWriteRequestForTheSizeOfAPrompt() {
        WireFormat format = new AnthropicFormat();
        byte[] request = RequestEncoder.forCounts(
                        SERVICE, format, format.promptCount().orElseThrow())
                .encode(0, "{}".getBytes(UTF_8));
        assertThat(new String(request, UTF_8).lines())
                .startsWith("POST /base/v1/messages/count_tokens HTTP/1.1", "host: service:8080")
                .contains("accept: application/json", "anthropic-version: 2023-06-01", "content-length: 2")
                .endsWith("", "{}");
    }

    @Test
    void shouldWriteEmptyBody() {
        byte[] request = new RequestEncoder(SERVICE, formatWith("x-key", "secret")).encode(0, new byte[0]);
        assertThat(new String(request, UTF_8)).endsWith("\r\ncontent-length: 0\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nx-other: b", "a\nb", "schlüssel", "tab\tbed"})
    void shouldRefuseHeadersThatWouldBreakTheRequest(String text) {
        assertThatThrownBy(() -> new RequestEncoder(SERVICE, formatWith("x-key", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("visible ASCII");
        assertThatThrownBy(() -> new RequestEncoder(SERVICE, formatWith(text, "value")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldNotRepeatHeaderThatMayBeSecret() {
        assertThatThrownBy(() -> new RequestEncoder(SERVICE, formatWith("x-key", "sk-secret\n")))
                .hasMessageNotContaining("sk-secret");
    }

    @Test
    void shouldPutTheUsersHeadersInThePlaceOfOurs() {
        Target target = new Target(
                SERVICE.endpoints(),
                List.of(new Header("X-KEY", "mine"), new Header("User-Agent", "other"), new Header("x-team", "search")),
                TlsSettings.SYSTEM,
                ProxyRules.NONE);
        byte[] request = new RequestEncoder(target, formatWith("x-key", "ours")).encode(0, new byte[0]);
        assertThat(new String(request, UTF_8).lines().toList())
                .contains("X-KEY: mine", "User-Agent: other", "x-team: search", "accept: text/event-stream")
                .doesNotContain("x-key: ours", "user-agent: tokenpace");
    }

    private static WireFormat formatWith(String header, String value) {
        return new WireFormat() {
            @Override
            public String path() {
                return "/v1/answers";
            }

            @Override
            public Map<String, String> headers() {
                return Map.of(header, value);
            }

            @Override
            public byte[] body(Ask ask) {
                throw new UnsupportedOperationException();
            }

            @Override
            public AnswerReader newReader() {
                throw new UnsupportedOperationException();
            }
        };
    }
}
