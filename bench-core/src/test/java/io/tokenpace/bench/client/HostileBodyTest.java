package io.tokenpace.bench.client;

import static io.tokenpace.bench.client.ExchangeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.outcome.ErrorKind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of answers that come in odd pieces, or go on after their closing event. */
class HostileBodyTest {
    private static final String HALF = DocumentedStreams.PREAMBLE + DocumentedStreams.delta("Hello");

    @Test
    void shouldReadAnswerThatComesByteByByte() throws Exception {
        assertThat(ClientHarness.answerTo(peer -> {
                    String answer = RawAnswers.chunked(DocumentedStreams.PREAMBLE, DocumentedStreams.delta("Hello"))
                            .replace(RawAnswers.LAST_CHUNK, "");
                    String rest =
                            RawAnswers.chunk(DocumentedStreams.HELLO.substring(HALF.length())) + RawAnswers.LAST_CHUNK;
                    for (char next : (answer + rest).toCharArray()) {
                        peer.send(String.valueOf(next));
                    }
                }))
                .readHello();
    }

    @Test
    void shouldTakeBundleOfEventsForOneArrival() throws Exception {
        try (RawServer server = RawServer.playing(peer -> {
                    peer.request();
                    peer.send(RawAnswers.stream(DocumentedStreams.streamOf(
                            DocumentedStreams.delta("word ").repeat(30))));
                });
                ClientHarness client = ClientHarness.to(server.url())) {
            Exchange exchange = client.send();
            assertThat(exchange).succeeded().hasContent(30, 150);
            assertThat(exchange.content().firstEvents()).isEqualTo(30);
            assertThat(exchange.content().firstNanos())
                    .isEqualTo(exchange.headNanos())
                    .isEqualTo(exchange.endNanos());
            assertThat(client.gaps()).isEmpty();
        }
    }

    @Test
    void shouldEndAtClosingEventThoughBodyGoesOn() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (RawServer server = RawServer.playing(
                        peer -> {
                            peer.request();
                            peer.send(RawAnswers.CHUNKED_HEAD + RawAnswers.chunk(DocumentedStreams.HELLO));
                            await(ended);
                            peer.send(RawAnswers.chunk(": still here\n\n"));
                            peer.awaitClose();
                        },
                        peer -> {
                            peer.request();
                            peer.send(RawAnswers.chunked(DocumentedStreams.HELLO));
                            peer.awaitClose();
                        });
                ClientHarness client = ClientHarness.to(server.url())) {
            assertThat(client.send()).readHello();
            ended.countDown();
            assertThat(client.send()).readHello().openedItsConnection();
        }
    }

    @Test
    void shouldUseConnectionAgainOnceItsBodyHasEnded() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        CompletableFuture<String> fourth = new CompletableFuture<>();
        RawServer.Script late = peer -> {
            peer.request();
            peer.send(RawAnswers.CHUNKED_HEAD + RawAnswers.chunk(DocumentedStreams.HELLO));
            await(ended);
            peer.send(RawAnswers.LAST_CHUNK);
            fourth.complete(peer.request());
            peer.send(RawAnswers.stream(DocumentedStreams.HELLO));
            peer.awaitClose();
        };
        try (RawServer server = RawServer.playing(late);
                ClientHarness client = ClientHarness.to(server.url())) {
            assertThat(client.send()).readHello();
            // Once the client reads the last chunk it is free; until then other connections would be opened, and
            // refused.
            ended.countDown();
            Exchange next = client.send();
            while (!next.succeeded()) {
                next = client.send();
            }
            assertThat(next).readHello().reusedAConnection();
            assertThat(fourth).isCompleted();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n", "5\r\ntoo long for five\r\n", "-1\r\n\r\n"})
    void shouldKeepGoodAnswerWhenRubbishFollowsItsClosingEvent(String rubbish) throws Exception {
        try (RawServer server = RawServer.playing(
                        peer -> {
                            peer.request();
                            peer.send(RawAnswers.CHUNKED_HEAD + RawAnswers.chunk(DocumentedStreams.HELLO) + rubbish);
                            peer.awaitClose();
                        },
                        peer -> {
                            peer.request();
                            peer.send(RawAnswers.chunked(DocumentedStreams.HELLO));
                            peer.awaitClose();
                        });
                ClientHarness client = ClientHarness.to(server.url())) {
            assertThat(client.send()).readHello();
            assertThat(client.send()).readHello().openedItsConnection();
        }
    }

    @Test
    void shouldReadAnswerThatEndsWithItsConnection() throws Exception {
        assertThat(ClientHarness.answerTo(
                        peer -> peer.send(RawAnswers.UNTIL_CLOSE_HEAD + DocumentedStreams.HELLO.stripTrailing())))
                .readHello();
    }

    @Test
    void shouldGiveUpEventThatNeverEnds() throws Exception {
        assertThat(ClientHarness.answerTo(peer -> {
                    peer.send(RawAnswers.CHUNKED_HEAD);
                    String filler = RawAnswers.chunk("data: ".repeat(10_000));
                    for (int i = 0; i < 10_000; i++) {
                        peer.send(filler);
                    }
                }))
                .failedWith(ErrorKind.MALFORMED)
                .says("an event of more than 4194304 bytes");
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        latch.await();
    }
}
