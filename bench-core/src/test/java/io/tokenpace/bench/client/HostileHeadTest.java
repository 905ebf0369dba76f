package io.tokenpace.bench.client;

import static io.tokenpace.bench.client.ExchangeAssert.assertThat;

import io.tokenpace.bench.clock.NanoClock;
import io.tokenpace.bench.outcome.ErrorKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads of answers that break the protocol, or stretch it. */
class HostileHeadTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @Test
    void shouldGiveUpHeadThatNeverEnds() throws Exception {
        assertThat(ClientHarness.answerTo(peer -> {
                    peer.send(OK);
                    for (int i = 0; i < 1_000_000; i++) {
                        peer.send("x-filler-" + i + ": " + "y".repeat(1_000) + "\r\n");
                    }
                }))
                .failedWith(ErrorKind.MALFORMED)
                .says("not an HTTP answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-length: -5\r\n\r\n",
                "content-length: many\r\n\r\n",
                "content-length: 5\r\ncontent-length: 6\r\n\r\n",
                "content-length: 99999999999999999999\r\n\r\n",
                "transfer-encoding: chunked\r\n\r\nzz\r\nHello\r\n",
                "transfer-encoding: chunked\r\n\r\n-5\r\nHello\r\n"
            })
    void shouldNotBelieveImpossibleLengths(String rest) throws Exception {
        assertThat(ClientHarness.answerTo(peer -> {
                    peer.send(OK + "content-type: text/event-stream\r\n" + rest);
                    peer.awaitClose();
                }))
                .failedWith(ErrorKind.MALFORMED)
                .says("not an HTTP answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.6\r\n", "220 mail.example ESMTP\r\n\r\n", "\r\n\r\n<html>\r\n\r\n"})
    void shouldTellOtherProtocolsFromHttp(String greeting) throws Exception {
        assertThat(ClientHarness.answerTo(peer -> {
                    peer.send(greeting);
                    peer.awaitClose();
                }))
                .failedWith(ErrorKind.MALFORMED)
                .says("not an HTTP answer");
    }

    @Test
    void shouldRefuseHeaderOfEnormousLength() throws Exception {
        assertThat(ClientHarness.answerTo(peer -> {
                    peer.send(OK + "x-huge: " + "y".repeat(200_000));
                    peer.awaitClose();
                }))
                .failedWith(ErrorKind.MALFORMED);
    }

    @Test
    void shouldWaitForRealAnswerAfterContinue() throws Exception {
        assertThat(ClientHarness.answerTo(peer -> {
                    peer.send("HTTP/1.1 100 Continue\r\n\r\n");
                    peer.send("HTTP/1.1 103 Early Hints\r\nlink: </style.css>\r\n\r\n");
                    peer.send(RawAnswers.chunked(DocumentedStreams.HELLO));
                }))
                .readHello();
    }

    @Test
    void shouldNotWaitAfterServiceSwitchedProtocols() throws Exception {
        assertThat(ClientHarness.answerTo(peer -> {
                    peer.send("HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: other\r\n\r\n");
                    peer.awaitClose();
                }))
                .failedWith(ErrorKind.MALFORMED)
                .hasStatus(101);
    }

    @Test
    void shouldReadAnswerOfOlderProtocol() throws Exception {
        assertThat(ClientHarness.answerTo(peer -> peer.send(
                        "HTTP/1.0 200 OK\r\ncontent-type: text/event-stream\r\n\r\n" + DocumentedStreams.HELLO)))
                .readHello();
    }

    @Test
    void shouldCallHeadThatIsCutShortTruncated() throws Exception {
        assertThat(ClientHarness.answerTo(peer -> peer.send(OK + "content-type: text/event-str")))
                .failedWith(ErrorKind.TRUNCATED);
    }

    @Test
    void shouldCallHeadThatIsResetReset() throws Exception {
        try (RawServer server = RawServer.playing(peer -> {
                    peer.send(OK + "content-type: text/event-str");
                    peer.request();
                    peer.reset();
                });
                ClientHarness client = ClientHarness.to(server.url())) {
            assertThat(client.send()).failedWith(ErrorKind.RESET);
        }
    }

    @Test
    void shouldReadRefusalThatComesBeforeTheRequestIsRead() throws Exception {
        try (RawServer server = RawServer.playing(peer -> peer.send(RawAnswers.answer(
                        "413 Request Entity Too Large",
                        "application/json",
                        DocumentedStreams.error("request_too_large", "Request exceeds the maximum size"))));
                ClientHarness client = ClientHarness.to(
                        server.url(), ClientHarness.PATIENT, "word ".repeat(4_000_000), NanoClock.SYSTEM)) {
            assertThat(client.send())
                    .failedWith(ErrorKind.HTTP_4XX)
                    .hasStatus(413)
                    .says("request_too_large");
        }
    }
}
