package io.tokenpace.bench.client;

import static io.tokenpace.bench.client.ExchangeAssert.assertThat;

import io.tokenpace.bench.outcome.ErrorKind;
import org.junit.jupiter.api.Test;

/** Answers that break off: what had come before is kept, and the failure says how it happened. */
class CutAnswerTest {
    private static final String HALF = DocumentedStreams.PREAMBLE + DocumentedStreams.delta("Hello");

    @Test
    void shouldKeepContentThatCameBeforeBrokenChunk() throws Exception {
        assertThat(ClientHarness.answerTo(peer -> {
                    peer.send(RawAnswers.CHUNKED_HEAD + RawAnswers.chunk(HALF) + "zz\r\n");
                    peer.awaitClose();
                }))
                .failedWith(ErrorKind.MALFORMED)
                .hasStatus(200)
                .hasContent(1, 5);
    }

    @Test
    void shouldCallBodyCutByResetReset() throws Exception {
        assertThat(ClientHarness.answerTo(peer -> {
                    peer.send(RawAnswers.CHUNKED_HEAD + RawAnswers.chunk(HALF));
                    peer.reset();
                }))
                .failedWith(ErrorKind.RESET);
    }

    @Test
    void shouldCallEndlessBodyCutByResetReset() throws Exception {
        assertThat(ClientHarness.answerTo(peer -> {
                    peer.send(RawAnswers.UNTIL_CLOSE_HEAD + HALF);
                    peer.reset();
                }))
                .failedWith(ErrorKind.RESET);
    }

    @Test
    void shouldCallBodyCutByCloseTruncated() throws Exception {
        assertThat(ClientHarness.answerTo(peer -> peer.send(RawAnswers.CHUNKED_HEAD + RawAnswers.chunk(HALF))))
                .failedWith(ErrorKind.TRUNCATED)
                .hasContent(1, 5);
    }

    @Test
    void shouldCallHalfClosedBodyTruncated() throws Exception {
        assertThat(ClientHarness.answerTo(peer -> {
                    peer.send("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: 99999\r\n\r\n"
                            + HALF);
                    peer.halfClose();
                    peer.awaitClose();
                }))
                .failedWith(ErrorKind.TRUNCATED)
                .hasContent(1, 5);
    }

    @Test
    void shouldNameRefusalWhoseBodyIsCut() throws Exception {
        assertThat(ClientHarness.answerTo(
                        peer -> peer.send("HTTP/1.1 429 Too Many\r\ncontent-length: 500\r\n\r\nslow down")))
                .failedWith(ErrorKind.RATE_LIMITED)
                .hasStatus(429)
                .says("slow down");
    }
}
