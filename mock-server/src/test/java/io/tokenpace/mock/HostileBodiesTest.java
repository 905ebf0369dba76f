package io.tokenpace.mock;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tokenpace.mock.http.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends bodies that are broken, too long, too many or never complete. */
@Timeout(60)
class HostileBodiesTest {
    private static final String FIELDS = "{\"model\":\"m\",\"max_tokens\":1,\"messages\":";
    private static final Limits SMALL = Limits.standard().withBodyBytes(1_000_000);

    static Stream<Arguments> broken() {
        String user = FIELDS + "[{\"role\":\"user\",\"content\":";
        return Stream.of(
                arguments("empty", ""),
                arguments("cut off", user),
                arguments("no JSON", "hello"),
                arguments("100,000 levels where nothing is expected", "{\"x\":" + "[".repeat(100_000)),
                arguments("100,000 levels of messages", FIELDS + "[".repeat(100_000)),
                arguments("100,000 levels of a control", "{\"thinking\":" + "{\"a\":".repeat(100_000)),
                arguments("100,000 levels of a schema", "{\"tools\":[{\"input_schema\":" + "{\"a\":".repeat(100_000)),
                arguments("bad UTF-8", user + "\"\u00ff\u00fe\"}]}"),
                arguments("half a character", user + "\"\u00e2\u0082"),
                arguments("number of a million digits", "{\"max_tokens\":" + "9".repeat(900_000) + "}"),
                arguments("number of a million digits beside", "{\"temperature\":" + "9".repeat(900_000) + "}"),
                arguments("NUL in a string", user + "\"\u0000\"}]}"),
                arguments("two documents", "{}{}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void shouldRefuseInTheWordsOfEitherApiWhenABodyIsBroken(String name, String body) throws IOException {
        try (Siege siege = Siege.lay(SMALL)) {
            siege.begin();
            try (RawClient client = siege.client()) {
                for (String path : List.of("/v1/messages", "/v1/chat/completions")) {
                    client.send(("POST " + path + " HTTP/1.1\r\nanthropic-version: 2023-06-01\r\ncontent-length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(ISO_8859_1));
                    String head = client.head();
                    assertThat(head).startsWith("HTTP/1.1 400 ");
                    assertThat(client.body(head)).contains("invalid_request_error");
                }
            }
            siege.verify();
        }
    }

    @Test
    void shouldTakeTheLastOfTwoValuesWhenAKeyIsRepeated() throws IOException {
        try (Siege siege = Siege.lay(SMALL);
                RawClient client = siege.client()) {
            String answer = Siege.answer(client, Siege.SHORT.replace("{\"model\"", "{\"max_tokens\":99,\"model\""));
            assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"output_tokens\":2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-length: 1500000", "transfer-encoding: chunked"})
    void shouldBeHeardWhenItTurnsABodyAwayThatIsStillBeingSent(String framing) throws IOException {
        try (Siege siege = Siege.lay(SMALL)) {
            siege.begin();
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                try (RawClient client = siege.client()) {
                    client.send("POST /v1/messages HTTP/1.1\r\n" + framing + "\r\n\r\n16e360\r\n");
                    client.send("a".repeat(1_499_992));
                    String head = client.head();
                    assertThat(head).startsWith("HTTP/1.1 413 ");
                    assertThat(client.body(head)).contains("\"request_too_large\"");
                    assertThat(client.isClosedByServer()).isTrue();
                    ids.add(RawClient.header(head, "request-id"));
                }
            }
            assertThat(ids).doesNotHaveDuplicates();
            siege.verify();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/messages=529=overloaded_error", "/v1/chat/completions=503=server_error"})
    void shouldTurnABodyAwayWhenAllBodiesTogetherAreTooLong(String expected) throws IOException {
        String[] parts = expected.split("=", -1);
        try (Siege siege = Siege.lay(SMALL.withAllBodiesBytes(300_000))) {
            siege.begin();
            try (RawClient first = siege.client();
                    RawClient second = siege.client()) {
                first.send("POST /v1/messages HTTP/1.1\r\ncontent-length: 200001\r\n\r\n" + "a".repeat(200_000));
                while (siege.server().bodyBytes() < 200_000) {
                    Thread.onSpinWait();
                }
                second.send("POST " + parts[0] + " HTTP/1.1\r\ncontent-length: 200000\r\n\r\n" + "a".repeat(200_000));
                String head = second.head();
                assertThat(head).startsWith("HTTP/1.1 " + parts[1] + " ").contains("connection: close");
                assertThat(second.body(head)).contains("\"" + parts[2] + "\"");
            }
            siege.verify();
        }
    }

    @Test
    void shouldTakeNoMemoryForALengthThatIsOnlyPromised() throws IOException {
        try (Siege siege = Siege.lay(SMALL.withAllBodiesBytes(300_000));
                RawClient first = siege.client();
                RawClient second = siege.client()) {
            first.send("POST /v1/messages HTTP/1.1\r\ncontent-length: 1000000\r\n\r\n{");
            assertThat(Siege.answer(second, Siege.SHORT)).startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v1/mess",
                "POST /v1/messages HTTP/1.1\r\n",
                "POST /v1/messages HTTP/1.1\r\ncontent-length: 9\r\n\r\n",
                "POST /v1/messages HTTP/1.1\r\ncontent-length: 9\r\n\r\n{",
                "POST /v1/messages HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n9\r\n{"
            })
    void shouldSayThatItWaitedLongEnoughWhenARequestIsHalfSent(String half) throws IOException {
        try (Siege siege = Siege.lay(SMALL.withPatience(Duration.ofMillis(100)))) {
            siege.begin();
            try (RawClient client = siege.client()) {
                // What follows a whole request in the same segment is half a request all the same.
                client.send("GET /nowhere HTTP/1.1\r\nanthropic-version: 2023-06-01\r\n\r\n" + half);
                client.body(client.head());
                String head = client.head();
                assertThat(head).startsWith("HTTP/1.1 408 ");
                assertThat(client.body(head)).contains("\"invalid_request_error\"");
                assertThat(client.isClosedByServer()).isTrue();
            }
            siege.verify();
        }
    }

    @Test
    void shouldLeaveAnIdleConnectionAloneWhenOthersAreTimedOut() throws IOException {
        try (Siege siege = Siege.lay(SMALL.withPatience(Duration.ofMillis(100)));
                RawClient fresh = siege.client();
                RawClient used = siege.client();
                RawClient half = siege.client()) {
            Siege.answer(used, Siege.SHORT);
            half.send("POST");
            assertThat(half.readToEnd()).startsWith("HTTP/1.1 408 ");
            assertThat(Siege.answer(fresh, Siege.SHORT)).startsWith("HTTP/1.1 200 ");
            assertThat(Siege.answer(used, Siege.SHORT)).startsWith("HTTP/1.1 200 ");
        }
    }
}
