package io.tokenpace.mock;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.mock.RawExchange.End;
import io.tokenpace.mock.profile.Profiles;
import io.tokenpace.mock.truth.Ending;
import io.tokenpace.mock.truth.FaultTruth;
import io.tokenpace.mock.truth.RequestTruth;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks for each fault in the bytes on the wire, and for the same place in the truth. */
class FaultsOnTheWireTest {
    private static final String MESSAGES = "/v1/messages";
    private static final String CHAT = "/v1/chat/completions";
    private static final String BODY = Messages.request(8, true, "one two");

    private MockServer server;

    @BeforeEach
    void start() throws IOException {
        server = MockServer.start(
                MockOptions.of(Profiles.load("metronome")).withTimeScale(20).withSeed(7));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {MESSAGES, CHAT})
    void shouldResetTheConnectionInPlaceOfTheToken(String path) throws IOException {
        RawExchange answer = ask(path, "reset token=4");

        assertThat(answer.end()).isEqualTo(End.RESET);
        assertThat(deltas(answer)).isEqualTo(3);
        assertThat(answer.isBodyComplete()).isFalse();
        assertStruck(answer, "reset token=4", 4, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {MESSAGES, CHAT})
    void shouldCloseTheConnectionInPlaceOfTheToken(String path) throws IOException {
        RawExchange answer = ask(path, "close token=4");

        assertThat(answer.end()).isEqualTo(End.CLOSED);
        assertThat(deltas(answer)).isEqualTo(3);
        assertThat(answer.isBodyComplete()).isFalse();
        assertStruck(answer, "close token=4", 4, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {MESSAGES, CHAT})
    void shouldEndTheBodyInGoodOrderInPlaceOfTheToken(String path) throws IOException {
        RawExchange answer = ask(path, "end token=4");

        assertThat(answer.end()).isEqualTo(End.CLOSED);
        assertThat(deltas(answer)).isEqualTo(3);
        assertThat(answer.framed()).doesNotContain("message_stop").doesNotContain("[DONE]");
        assertThat(answer.isBodyComplete()).isTrue();
        assertStruck(answer, "end token=4", 4, 4);
    }

    @Test
    void shouldCloseWithoutAByteInPlaceOfTheHead() throws IOException {
        RawExchange answer =
                RawExchange.post(server.uri(), MESSAGES, BODY, "x-mock-fault: close token=0", "x-request-key: mine");

        assertThat(answer.bytes()).isEmpty();
        assertThat(answer.end()).isEqualTo(End.CLOSED);
    }

    @Test
    void shouldSendAnErrorEventInPlaceOfTheToken() throws IOException {
        RawExchange answer = ask(MESSAGES, "error token=4");

        assertThat(deltas(answer)).isEqualTo(3);
        assertThat(last(answer)).isEqualTo("""
                        event: error
                        data: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}

                        """);
        assertThat(answer.isBodyComplete()).isTrue();
        assertStruck(answer, "error token=4 code=529", 4, 4);
    }

    @Test
    void shouldSendAnErrorInTheOtherApisWordsToo() throws IOException {
        RawExchange answer = ask(CHAT, "error token=4 code=500");

        assertThat(deltas(answer)).isEqualTo(3);
        assertThat(last(answer)).startsWith("data: {\"error\":{\"message\":").contains("\"type\":\"server_error\"");
        assertThat(answer.isBodyComplete()).isTrue();
        assertStruck(answer, "error token=4 code=500", 4, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {MESSAGES, CHAT})
    void shouldBreakTheJsonOfTheTokenAlone(String path) throws IOException {
        RawExchange healthy = ask(path, "none");
        RawExchange answer = ask(path, "malformed token=4");

        assertThat(answer.chunks()).hasSameSizeAs(healthy.chunks());
        assertThat(balanced(answer.chunks().get(4))).isFalse();
        assertThat(answer.chunks()).filteredOn(chunk -> !balanced(chunk)).hasSize(1);
        assertThat(answer.isBodyComplete()).isTrue();
        assertStruck(answer, "malformed token=4", 4, 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {MESSAGES, CHAT})
    void shouldCutInsideACharacter(String path) throws IOException {
        RawExchange answer = ask(path, "cut token=4 in=character");

        assertThat(answer.end()).isEqualTo(End.CLOSED);
        assertThat(deltas(answer)).isEqualTo(4);
        // 0xE2 is the first of the three bytes of a euro sign.
        assertThat(last(answer)).endsWith(path.equals(MESSAGES) ? "\"text\":\"\u00e2" : "\"content\":\"\u00e2");
        assertStruck(answer, "cut token=4 in=character", 4, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {MESSAGES, CHAT})
    void shouldCutInsideAnEvent(String path) throws IOException {
        RawExchange answer = ask(path, "cut token=4 in=event");

        assertThat(answer.end()).isEqualTo(End.CLOSED);
        assertThat(answer.chunks()).hasSize(5);
        assertThat(last(answer)).contains("data: {").doesNotContain("\n\n");
        assertThat(answer.isBodyComplete()).isFalse();
        assertStruck(answer, "cut token=4 in=event", 4, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {MESSAGES, CHAT})
    void shouldSendHalfAChunk(String path) throws IOException {
        RawExchange answer = ask(path, "cut token=4 in=chunk");

        assertThat(answer.end()).isEqualTo(End.CLOSED);
        assertThat(answer.chunks()).hasSize(4);
        String rest = answer.framed().substring(answer.framed().lastIndexOf("\r\n"));
        int announced = announcedBytes(answer);
        assertThat(rest.length() - 2).isPositive().isEqualTo(announced / 2);
        assertStruck(answer, "cut token=4 in=chunk", 4, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"character", "event", "chunk"})
    void shouldSendAnEventInTwoPiecesAndLoseNothing(String within) throws IOException {
        RawExchange healthy = ask(MESSAGES, "none", "x-request-key: same");
        RawExchange answer = ask(MESSAGES, "split token=4 in=" + within + " for=20s", "x-request-key: same");

        String body = String.join("", answer.chunks());
        assertThat(utf8(body).replace("€", "")).isEqualTo(String.join("", healthy.chunks()));
        assertThat(answer.isBodyComplete()).isTrue();
        RequestTruth truth = assertStruck(answer, "split token=4 in=" + within + " for=1s", 4, 10);
        long apart = truth.events().scheduledNanos(4) - truth.events().scheduledNanos(3);
        assertThat(apart).isEqualTo(1_000_000_000 + 1_500_000);
        assertThat(answer.reads()).anyMatch(count -> isMiddle(answer, count, within));
    }

    @Test
    void shouldSendTheHeadInTwoPieces() throws IOException {
        RawExchange answer = ask(MESSAGES, "slow-head for=20s");

        assertThat(answer.reads().get(0)).isEqualTo("HTTP/1.1 200 OK\r\n".length());
        assertThat(Messages.events(String.join("", answer.chunks()))).hasSize(3 + 8 + 3);
        RequestTruth truth = assertStruck(answer, "slow-head for=1s", 0, 10);
        assertThat(truth.events().scheduledNanos(0)).isEqualTo(truth.receivedNanos() + 1_000_000_000);
        assertThat(truth.events().scheduledNanos(1)).isEqualTo(truth.receivedNanos() + 1_000_000_000);
    }

    @Test
    void shouldSendSeveralTokensInOneWrite() throws IOException {
        RawExchange answer = ask(MESSAGES, "burst token=3 tokens=4");

        RequestTruth truth = assertStruck(answer, "burst token=3 tokens=4", 3, 10);
        for (int event = 3; event < 6; event++) {
            assertThat(truth.events().scheduledNanos(event))
                    .isEqualTo(truth.events().scheduledNanos(6));
            assertThat(truth.events().writtenNanos(event))
                    .isEqualTo(truth.events().writtenNanos(6));
        }
        assertThat(truth.events().scheduledNanos(3)).isEqualTo(truth.events().scheduledNanos(2) + 4 * 1_500_000);
        assertThat(Messages.events(String.join("", answer.chunks()))).hasSize(3 + 8 + 3);
    }

    @Test
    void shouldStallAtTheToken() throws IOException {
        RawExchange answer = ask(MESSAGES, "stall token=4 for=2s");

        RequestTruth truth = assertStruck(answer, "stall token=4 for=100ms", 4, 10);
        assertThat(truth.events().scheduledNanos(4) - truth.events().scheduledNanos(3))
                .isEqualTo(100_000_000 + 1_500_000);
        assertThat(truth.events().scheduledNanos(5) - truth.events().scheduledNanos(4))
                .isEqualTo(1_500_000);
        assertThat(truth.events().writtenNanos(4))
                .isGreaterThanOrEqualTo(truth.events().scheduledNanos(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {MESSAGES, CHAT})
    void shouldNameAnotherTypeOfContent(String path) throws IOException {
        RawExchange answer = ask(path, "content-type value=text/html");

        assertThat(answer.header("content-type")).isEqualTo("text/html");
        assertThat(answer.isBodyComplete()).isTrue();
        assertStruck(answer, "content-type value=text/html", 0, 10);
    }

    @Test
    void shouldNeverAnswer() throws IOException {
        RawExchange answer = RawExchange.post(server.uri(), MESSAGES, BODY, 300, "x-mock-fault: silence");

        assertThat(answer.bytes()).isEmpty();
        assertThat(answer.end()).isEqualTo(End.SILENT);
        awaitIdle();
    }

    @Test
    void shouldAnswerWithTheStatusAndItsHeaders() throws IOException {
        RawExchange answer = ask(MESSAGES, "status code=429 retry-after=7 should-retry=false");

        assertThat(answer.head()).startsWith("HTTP/1.1 429 ");
        assertThat(answer.header("retry-after")).isEqualTo("7");
        assertThat(answer.header("x-should-retry")).isEqualTo("false");
        assertThat(answer.header("anthropic-ratelimit-requests-remaining")).isEqualTo("0");
        assertThat(answer.framed()).contains("\"type\":\"rate_limit_error\"");
        assertStruck(answer, "status code=429 retry-after=7 should-retry=false", 0, 1);
    }

    @Test
    void shouldDrawThePlaceThatNobodyNames() throws IOException {
        RawExchange once = ask(MESSAGES, "end", "x-request-key: same");
        RawExchange again = ask(MESSAGES, "end", "x-request-key: same");
        RawExchange other = ask(MESSAGES, "end", "x-request-key: third");

        assertThat(deltas(once)).isEqualTo(deltas(again)).isNotEqualTo(deltas(other));
        assertThat(truth(once).fault().orElseThrow().text()).isEqualTo("end token=" + (deltas(once) + 1));
    }

    @Test
    void shouldLeaveAnAnswerAloneThatIsTooShort() throws IOException {
        RawExchange answer = ask(MESSAGES, "reset token=9");

        assertThat(Messages.events(String.join("", answer.chunks()))).hasSize(3 + 8 + 3);
        assertThat(truth(answer).fault()).isEmpty();
    }

    @Test
    void shouldRefuseAFaultThatThereIsNot() throws IOException {
        RawExchange anthropic = ask(MESSAGES, "stal for=2s");
        RawExchange openAi = ask(CHAT, "stall for=2");

        assertThat(anthropic.head()).startsWith("HTTP/1.1 400 ");
        assertThat(anthropic.framed()).contains("x-mock-fault: fault (stal) must be one of status, silence,");
        assertThat(openAi.head()).startsWith("HTTP/1.1 400 ");
        assertThat(openAi.framed()).contains("stall: for (2) must be a time with its unit");
    }

    /** Sends a request that asks for a fault. */
    private RawExchange ask(String path, String fault, String... headers) throws IOException {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "x-mock-fault: " + fault;
        return RawExchange.post(server.uri(), path, BODY, all);
    }

    /** Holds the truth to the fault, its event, and the number of events that were sent whole. */
    private RequestTruth assertStruck(RawExchange answer, String fault, int event, int events) {
        RequestTruth truth = truth(answer);
        FaultTruth struck = truth.fault().orElseThrow();
        assertThat(struck.text()).isEqualTo(fault);
        assertThat(struck.event()).isEqualTo(event);
        assertThat(struck.atNanos().orElseThrow()).isGreaterThan(truth.receivedNanos());
        assertThat(truth.events().written()).isEqualTo(events);
        assertThat(truth.ending()).isEqualTo(events == 10 ? Ending.COMPLETE : Ending.FAULT);
        return truth;
    }

    private RequestTruth truth(RawExchange answer) {
        awaitIdle();
        String name = answer.head().contains("\r\nx-request-id: ") ? "x-request-id" : "request-id";
        return server.truth(answer.header(name)).orElseThrow();
    }

    private void awaitIdle() {
        while (server.inFlight() > 0) {
            Thread.onSpinWait();
        }
    }

    /** Counts the deltas with a text, or with the beginning of one. */
    private static long deltas(RawExchange answer) {
        return answer.chunks().stream()
                .filter(chunk ->
                        chunk.contains("\"text_delta\",\"text\":\"") || chunk.contains("\"delta\":{\"content\":\""))
                .count();
    }

    private static String last(RawExchange answer) {
        List<String> chunks = answer.chunks();
        return chunks.get(chunks.size() - 1);
    }

    /** Whether each data line closes as many braces as it opens; no text here has any. */
    private static boolean balanced(String chunk) {
        return chunk.chars().filter(c -> c == '{').count()
                == chunk.chars().filter(c -> c == '}').count();
    }

    /** Returns the length that the last chunk announces, which is not all there. */
    private static int announcedBytes(RawExchange answer) {
        int whole = answer.chunks().stream()
                .mapToInt(chunk -> Integer.toHexString(chunk.length()).length() + 4 + chunk.length())
                .sum();
        String rest = answer.framed().substring(whole);
        return Integer.parseInt(rest.substring(0, rest.indexOf("\r\n")), 16);
    }

    /** Whether a read ended where the event was cut. */
    private static boolean isMiddle(RawExchange answer, int count, String within) {
        String read = answer.bytes().substring(0, count);
        return switch (within) {
            case "character" -> read.endsWith("\u00e2\r\n");
            case "event" -> read.endsWith("\r\n") && !read.endsWith("\n\n\r\n") && !read.endsWith("\r\n\r\n");
            default -> !read.endsWith("\n");
        };
    }

    private static String utf8(String bytesInCharacters) {
        return new String(bytesInCharacters.getBytes(ISO_8859_1), UTF_8);
    }
}
