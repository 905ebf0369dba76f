package io.tokenpace.mock;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends heads and framings that are none, and expects to be told so in the API's words before the door is shut. */
@Timeout(60)
class HostileHeadsTest extends BesiegedTest {
    private static final String POST = "POST /v1/messages HTTP/1.1\r\nhost: mock\r\nanthropic-version: 2023-06-01\r\n";
    private static final String CHAT = "POST /v1/chat/completions HTTP/1.1\r\nhost: mock\r\n";
    private static final String TLS_HELLO = "\u0016\u0003\u0001\u0000\u0005\u0001\u0000\u0000\u0001\u0003\n\r\n";

    static Stream<Arguments> anthropic() {
        return Stream.of(
                arguments("endless URI", "GET /" + "a".repeat(100_000), 414),
                arguments("endless header", POST + "x: " + "a".repeat(100_000), 431),
                arguments("huge header count", POST + "x: y\r\n".repeat(20_000) + "\r\n", 431),
                arguments("request key of 1 MB", POST + "x-request-key: " + "k".repeat(1_000_000) + "\r\n\r\n", 431),
                arguments("HTTP/0.9", "GET /v1/models\r\n\r\n", 400),
                arguments("version that never was", "GET /v1/models HTTP/9\r\n\r\n", 400),
                arguments("TLS hello", TLS_HELLO, 400),
                arguments("garbage", "}{ #!\r\n\r\n", 400),
                arguments("NUL in a header", POST + "x: a\u0000b\r\n\r\n", 400),
                arguments("NUL in a name", POST + "a\u0000b: x\r\n\r\n", 400),
                arguments("blank before the colon", POST + "x : y\r\n\r\n", 400),
                arguments("no colon", POST + "nothing\r\n\r\n", 400),
                arguments("bare CR in a value", POST + "x: a\rb: c\r\n\r\n", 400),
                arguments("negative length", POST + "content-length: -1\r\n\r\n", 400),
                arguments("length that is no number", POST + "content-length: ten\r\n\r\n", 400),
                arguments("length beyond all numbers", POST + "content-length: 99999999999999999999\r\n\r\n", 400),
                arguments("two lengths", POST + "content-length: 1\r\ncontent-length: 2\r\n\r\nab", 400),
                arguments(
                        "length and chunks",
                        POST + "content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
                        400),
                arguments("chunk size that is none", POST + "transfer-encoding: chunked\r\n\r\nzz\r\n", 400),
                arguments("negative chunk size", POST + "transfer-encoding: chunked\r\n\r\n-5\r\n", 400),
                arguments("chunk size beyond all", POST + "transfer-encoding: chunked\r\n\r\nfffffffffffffff\r\n", 400),
                arguments("chunk too long", POST + "transfer-encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n", 400),
                arguments("endless chunk size", POST + "transfer-encoding: chunked\r\n\r\n" + "0".repeat(100_000), 400),
                arguments("unknown expectation", POST + "expect: nothing\r\ncontent-length: 2\r\n\r\n{}", 417),
                arguments("length of 33 MB", POST + "content-length: 34603008\r\n\r\n", 413));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("anthropic")
    void shouldTurnAwayAndCloseWhenAHeadIsNone(String name, String bytes, int status) throws IOException {
        try (RawClient client = siege.client()) {
            client.send(bytes.getBytes(ISO_8859_1));
            String head = client.head();
            JsonNode body = new JsonMapper().readTree(client.body(head));

            assertThat(head).startsWith("HTTP/1.1 " + status + " ").contains("connection: close");
            assertThat(body.at("/type").stringValue()).isEqualTo("error");
            assertThat(body.at("/error/type").stringValue())
                    .isEqualTo(status == 413 ? "request_too_large" : "invalid_request_error");
            assertThat(body.at("/request_id").stringValue()).isEqualTo(RawClient.header(head, "request-id"));
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    static Stream<Arguments> openAi() {
        return Stream.of(
                arguments("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
                arguments("endless header", CHAT + "x: " + "a".repeat(100_000), 431),
                arguments("negative length", CHAT + "content-length: -1\r\n\r\n", 400),
                arguments("chunk size that is none", CHAT + "transfer-encoding: chunked\r\n\r\nzz\r\n", 400),
                arguments("length of 33 MB", CHAT + "content-length: 34603008\r\n\r\n", 413));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("openAi")
    void shouldUseTheWordsOfTheOtherApiWhenItsPathWasRead(String name, String bytes, int status) throws IOException {
        try (RawClient client = siege.client()) {
            client.send(bytes.getBytes(ISO_8859_1));
            String head = client.head();
            JsonNode body = new JsonMapper().readTree(client.body(head));

            assertThat(head).startsWith("HTTP/1.1 " + status + " ").contains("x-request-id: ");
            assertThat(body.at("/error/type").stringValue()).isEqualTo("invalid_request_error");
            assertThat(client.isClosedByServer()).isTrue();
        }
    }
}
