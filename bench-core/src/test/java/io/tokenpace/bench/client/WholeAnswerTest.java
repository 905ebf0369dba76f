package io.tokenpace.bench.client;

import static io.tokenpace.bench.client.ExchangeAssert.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.measure.LoopRecorder;
import io.tokenpace.bench.measure.Window;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.StopReason;
import io.tokenpace.bench.outcome.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that come as one document, told from streams by their first byte. */
class WholeAnswerTest {
    private static final String UNTIL_CLOSE = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n";
    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";

    private final ByteRig rig = new ByteRig();

    private static byte[] whole(String body) {
        return RawAnswers.answer("200 OK", "application/json", body).getBytes(UTF_8);
    }

    private static void assertReadOk(Exchange exchange) {
        assertThat(exchange).succeeded().hasStatus(200).hasContent(1, 2);
        assertThat(exchange.usage()).isEqualTo(new Usage(21, 0, 0, 6, 0));
        assertThat(exchange.stopReason()).isEqualTo(StopReason.END_TURN);
    }

    @Test
    void shouldReadADocumentThatIsCutAnywhere() {
        byte[] answer = whole(DocumentedMessages.OK);
        for (int cut = 1; cut < answer.length; cut++) {
            rig.send().receive(answer, cut);
            assertReadOk(rig.exchange());
            assertThat(rig.hasEnded()).isTrue();
            assertThat(rig.isOpen()).isTrue();
        }
    }

    @Test
    void shouldReadADocumentThatComesByteByByte() {
        byte[] answer = (CHUNKED + RawAnswers.chunk(DocumentedMessages.OK) + RawAnswers.LAST_CHUNK).getBytes(UTF_8);
        int[] cuts = new int[answer.length - 1];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = i + 1;
        }
        assertReadOk(rig.send().receive(answer, cuts).exchange());
    }

    @Test
    void shouldStampNothingButTheHeadAndTheEndOfADocument() {
        byte[] answer = whole(DocumentedMessages.OK);
        Exchange exchange = rig.send().receive(answer, 20, answer.length - 100).exchange();

        assertThat(exchange.headNanos()).isEqualTo(2 * ByteRig.STEP_NANOS);
        assertThat(exchange.content().lastNanos())
                .isEqualTo(exchange.visible().lastNanos())
                .isEqualTo(exchange.endNanos())
                .isEqualTo(3 * ByteRig.STEP_NANOS);
        assertThat(exchange.content().firstNanos()).isEqualTo(Exchange.UNSET);
        assertThat(exchange.visible().firstNanos()).isEqualTo(Exchange.UNSET);
        assertThat(exchange.firstTextNanos()).isEqualTo(Exchange.UNSET);
        assertThat(exchange.firstEventNanos()).isEqualTo(Exchange.UNSET);
        exchange.arrivals().forEach((nanos, events) -> {
            throw new AssertionError("a gap of " + nanos);
        });
    }

    @Test
    void shouldLetTheTokensOfADocumentArriveAtItsEnd() {
        Exchange exchange = rig.send().receive(whole(DocumentedMessages.OK), 20).exchange();
        Window open = new Window();
        open.openAt(0);
        LoopRecorder inside = new LoopRecorder(open);
        inside.record(exchange);
        assertThat(inside.tokensInWindow()).isEqualTo(6);

        Window closed = new Window();
        closed.openAt(0);
        closed.closeAt(exchange.endNanos() - 1);
        LoopRecorder outside = new LoopRecorder(closed);
        outside.record(exchange);
        assertThat(outside.tokensInWindow()).isZero();
    }

    @Test
    void shouldEndADocumentWithItsBodyAndNotBefore() {
        rig.send().receive((CHUNKED + RawAnswers.chunk(DocumentedMessages.OK)).getBytes(UTF_8));
        assertThat(rig.hasEnded()).isFalse();
        rig.receive(RawAnswers.LAST_CHUNK.getBytes(UTF_8));
        assertReadOk(rig.exchange());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "text/plain", "application/json; charset=utf-8"})
    void shouldTellADocumentByItsFirstByteWhateverItsType(String type) {
        rig.send()
                .receive(RawAnswers.answer("200 OK", type, " \r\n\t" + DocumentedMessages.OK)
                        .getBytes(UTF_8));
        assertReadOk(rig.exchange());
    }

    @Test
    void shouldTellADocumentWhenItsBlanksComeFirst() {
        byte[] answer = whole("\n\n  " + DocumentedMessages.OK);
        for (int cut = answer.length - DocumentedMessages.OK.length() - 4; cut < answer.length; cut++) {
            assertReadOk(rig.send().receive(answer, cut).exchange());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html", "text/event-stream"})
    void shouldTellAStreamByItsFirstByteWhateverItsType(String type) {
        rig.send()
                .receive(RawAnswers.answer("200 OK", type, "\n" + DocumentedStreams.HELLO)
                        .getBytes(UTF_8));
        assertThat(rig.exchange()).readHello();
    }

    @Test
    void shouldReadAStreamOnTheConnectionOfADocumentAndTheOtherWayRound() {
        for (int i = 0; i < 3; i++) {
            assertReadOk(rig.send().receive(whole(DocumentedMessages.OK)).exchange());
            assertThat(rig.send()
                            .receive(RawAnswers.stream(DocumentedStreams.HELLO).getBytes(UTF_8))
                            .exchange())
                    .readHello();
        }
        assertThat(rig.isOpen()).isTrue();
    }

    @Test
    void shouldCallADocumentCutAnywhereTruncated() {
        for (int length = 1; length < DocumentedMessages.OK.length(); length++) {
            String cut = DocumentedMessages.OK.substring(0, length);
            Exchange ended = rig.send().receive(whole(cut)).exchange();
            assertThat(ended).failedWith(ErrorKind.TRUNCATED).says("the answer ended in the middle");
            assertThat(ended).hasContent(0, 0);
        }
    }

    @Test
    void shouldCallADocumentTruncatedWhoseConnectionCloses() {
        String half = DocumentedMessages.OK.substring(0, 100);
        rig.send().receive((CHUNKED + RawAnswers.chunk(half)).getBytes(UTF_8)).close();
        assertThat(rig.exchange()).failedWith(ErrorKind.TRUNCATED);
    }

    @Test
    void shouldCallADocumentTruncatedThatEndsWithItsConnectionInTheMiddle() {
        rig.send()
                .receive((UNTIL_CLOSE + DocumentedMessages.OK.substring(0, 100)).getBytes(UTF_8))
                .close();
        assertThat(rig.exchange()).failedWith(ErrorKind.TRUNCATED).says("in the middle");
    }

    @Test
    void shouldReadADocumentThatEndsWithItsConnection() {
        rig.send()
                .receive((UNTIL_CLOSE + DocumentedMessages.OK).getBytes(UTF_8))
                .close();
        assertReadOk(rig.exchange());
    }

    @Test
    void shouldCallADocumentResetThatAResetCuts() throws Exception {
        assertThat(ClientHarness.answerTo(peer -> {
                    peer.send(UNTIL_CLOSE + DocumentedMessages.OK.substring(0, 100));
                    peer.reset();
                }))
                .failedWith(ErrorKind.RESET);
    }

    @Test
    void shouldCallAnEmptyBodyTruncated() {
        assertThat(rig.send().receive(whole("")).exchange()).failedWith(ErrorKind.TRUNCATED);
        assertThat(rig.send().receive(whole(" \n ")).exchange()).failedWith(ErrorKind.TRUNCATED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{oops}", "{\"type\":\"message\"}", "[1]", "{\"content\":[]} and more", "{}{}", "{\"a\":tru}"})
    void shouldCallADocumentThatIsNoAnswerMalformed(String body) {
        assertThat(rig.send().receive(whole(body)).exchange())
                .failedWith(ErrorKind.MALFORMED)
                .hasStatus(200)
                .says("not an answer: " + body);
        assertReadOk(rig.send().receive(whole(DocumentedMessages.OK)).exchange());
    }

    @ParameterizedTest
    @CsvSource({"33554432, false", "33554433, true"})
    void shouldGiveUpADocumentThatIsTooLong(int length, boolean tooLong) {
        byte[] blanks = " ".repeat(1 << 20).getBytes(UTF_8);
        rig.send()
                .receive(("HTTP/1.1 200 OK\r\ncontent-length: " + length + "\r\n\r\n" + DocumentedMessages.OK)
                        .getBytes(UTF_8));
        int left = length - DocumentedMessages.OK.length();
        while (left > 0 && !rig.hasEnded()) {
            byte[] piece = left < blanks.length ? " ".repeat(left).getBytes(UTF_8) : blanks;
            rig.receive(piece);
            left -= piece.length;
        }
        if (tooLong) {
            assertThat(rig.exchange()).failedWith(ErrorKind.MALFORMED).says("an answer of more than 33554432 bytes");
            assertThat(rig.isOpen()).isFalse();
        } else {
            assertReadOk(rig.exchange());
        }
    }

    @Test
    void shouldKeepAGoodDocumentButNotItsConnectionWhenRubbishFollowsItsBody() {
        byte[] answer = (new String(whole(DocumentedMessages.OK), UTF_8) + "rubbish").getBytes(UTF_8);
        assertReadOk(rig.send().receive(answer).exchange());
        assertThat(rig.isOpen()).isFalse();
    }

    @Test
    void shouldReportAnErrorThatComesAsAGoodDocument() {
        rig.send().receive(whole(DocumentedStreams.error("overloaded_error", "Overloaded")));
        assertThat(rig.exchange()).failedWith(ErrorKind.STREAM_ERROR).says("overloaded_error: Overloaded");
    }

    @Test
    void shouldCallAStreamsEventThatIsTooLongMalformedEvenInItsLastPiece() {
        String body = "data: " + "x".repeat(ClientLoop.MAX_EVENT_BYTES);
        rig.send().receive(RawAnswers.stream(body).getBytes(UTF_8));
        assertThat(rig.exchange()).failedWith(ErrorKind.MALFORMED).says("an event of more than 4194304 bytes");
        assertThat(rig.isOpen()).isFalse();
    }
}
