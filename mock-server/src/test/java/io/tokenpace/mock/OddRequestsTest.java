package io.tokenpace.mock;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends what HTTP allows and hardly anybody uses, twice each, for the connection must bear a second one. */
@Timeout(60)
class OddRequestsTest extends BesiegedTest {
    @ParameterizedTest
    @CsvSource({
        "OPTIONS /v1/messages, 405",
        "OPTIONS *, 404",
        "CONNECT example.org:443, 404",
        "GET http://example.org/, 404",
        "GET /v1/models, 200",
        "GET /v1/messages, 405",
        "FROB /v1/messages, 405",
        "PUT /../../etc/passwd, 404"
    })
    void shouldAnswerAndGoOn(String line, int status) throws IOException {
        try (RawClient client = siege.client()) {
            for (int i = 0; i < 2; i++) {
                client.send(line + " HTTP/1.1\r\nanthropic-version: 2023-06-01\r\ncontent-length: 4\r\n\r\nbody");
                String head = client.head();
                assertThat(head).startsWith("HTTP/1.1 " + status + " ");
                client.body(head);
            }
        }
    }

    @Test
    void shouldSendNoBodyWhenOnlyTheHeadIsAskedFor() throws IOException {
        try (RawClient client = siege.client()) {
            for (int i = 0; i < 2; i++) {
                client.send("HEAD /v1/messages HTTP/1.1\r\nhost: mock\r\n\r\n");
                String head = client.head();
                assertThat(head).startsWith("HTTP/1.1 405 ");
                assertThat(Integer.parseInt(RawClient.header(head, "content-length")))
                        .isPositive();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABkAAQAAP__",
                "connection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13",
                "x-request-key: ",
                "x-request-key: \u00ff\u00fe\u00e4",
                "x-request-key: '\"\\<script>",
                "x-injected: a\r\nx-request-key: b",
                "te: trailers"
            })
    void shouldAnswerWhenAHeaderIsOdd(String header) throws IOException {
        try (RawClient client = siege.client()) {
            for (int i = 0; i < 2; i++) {
                client.send(("POST /v1/messages HTTP/1.1\r\nanthropic-version: 2023-06-01\r\n" + header
                                + "\r\ncontent-length: " + Siege.SHORT.length() + "\r\n\r\n" + Siege.SHORT)
                        .getBytes(ISO_8859_1));
                String head = client.head();
                assertThat(head).startsWith("HTTP/1.1 200 ").doesNotContain("script", "injected");
                client.body(head);
            }
        }
    }

    @Test
    void shouldCloseAfterTheAnswerWhenTheClientIsOfTheOldVersion() throws IOException {
        try (RawClient client = siege.client()) {
            client.send("POST /v1/messages HTTP/1.0\r\nanthropic-version: 2023-06-01\r\ncontent-length: "
                    + Siege.SHORT.length() + "\r\n\r\n" + Siege.SHORT + "more that nobody asked for");
            String head = client.head();
            assertThat(head).contains(" 200 ", "connection: close");
            assertThat(client.body(head)).endsWith("}");
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void shouldTellAClientToGoOnOnceItsTurnHasCome() throws IOException {
        try (RawClient client = siege.client()) {
            client.post(Siege.SHORT);
            client.send("POST /v1/messages HTTP/1.1\r\nanthropic-version: 2023-06-01\r\nexpect: 100-continue\r\n"
                    + "content-length: " + Siege.SHORT.length() + "\r\n\r\n");
            String first = client.head();
            client.body(first);
            assertThat(first).startsWith("HTTP/1.1 200 ");
            assertThat(client.head()).startsWith("HTTP/1.1 100 ");
            client.send(Siege.SHORT);
            assertThat(client.head()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void shouldRefuseALongBodyBeforeItIsSentWhenTheClientWaits() throws IOException {
        try (RawClient client = siege.client()) {
            client.send("POST /v1/messages HTTP/1.1\r\nexpect: 100-continue\r\ncontent-length: 99000000\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void shouldReadABodyInChunksOfOneByte() throws IOException {
        StringBuilder chunks = new StringBuilder();
        Siege.SHORT
                .chars()
                .forEach(letter ->
                        chunks.append("1;x=y\r\n").append((char) letter).append("\r\n"));
        try (RawClient client = siege.client()) {
            client.send(
                    "POST /v1/messages HTTP/1.1\r\nanthropic-version: 2023-06-01\r\ntransfer-encoding: chunked\r\n\r\n"
                            + chunks + "0\r\nx-trailer: y\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 200 ");
        }
    }
}
