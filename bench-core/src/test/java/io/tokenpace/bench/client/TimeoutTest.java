package io.tokenpace.bench.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.tokenpace.bench.client.ExchangeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.tokenpace.bench.outcome.ErrorKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A service that keeps the client waiting is given up, with the deadline that it missed. */
class TimeoutTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(30);

    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @Test
    void shouldGiveUpWhenNothingButPingsComes() throws Exception {
        try (RawServer server = RawServer.playing(peer -> {
                    peer.request();
                    peer.send(RawAnswers.CHUNKED_HEAD + RawAnswers.chunk(DocumentedStreams.PREAMBLE));
                    peer.send(RawAnswers.chunk(DocumentedStreams.PING));
                    peer.awaitClose();
                });
                ClientHarness client = ClientHarness.to(server.url(), ClientHarness.timeouts(SHORT, LONG, LONG))) {
            Exchange exchange = client.send();
            assertThat(exchange)
                    .failedWith(ErrorKind.FIRST_TOKEN_TIMEOUT)
                    .says("1000 ms")
                    .hasContent(0, 0);
            assertThat(exchange.firstEventNanos()).isBetween(exchange.sentNanos(), exchange.endNanos());
            assertThat(exchange.endNanos() - exchange.sentNanos()).isGreaterThanOrEqualTo(SHORT.toNanos());
        }
    }

    @Test
    void shouldGiveUpWhenAnswerNeverEnds() throws Exception {
        SERVICE.stubFor(post(urlEqualTo("/v1/messages"))
                .willReturn(aResponse()
                        .withHeader("content-type", "text/event-stream")
                        .withBody(DocumentedStreams.streamOf(
                                DocumentedStreams.delta("word ").repeat(100)))
                        .withChunkedDribbleDelay(50, 5_000)));
        Duration total = Duration.ofSeconds(2);
        try (ClientHarness client = ClientHarness.to(SERVICE.baseUrl(), ClientHarness.timeouts(LONG, LONG, total))) {
            Exchange exchange = client.send();
            assertThat(exchange).failedWith(ErrorKind.TIMEOUT).says("2000 ms");
            assertThat(exchange.content().events()).isPositive();
            assertThat(exchange.endNanos() - exchange.sentNanos()).isGreaterThanOrEqualTo(total.toNanos());
        }
    }

    @Test
    void shouldGiveUpWhenAnswerFallsSilent() throws Exception {
        try (RawServer server = RawServer.playing(peer -> {
                    peer.request();
                    peer.send(RawAnswers.CHUNKED_HEAD
                            + RawAnswers.chunk(DocumentedStreams.PREAMBLE + DocumentedStreams.delta("Hello")));
                    peer.awaitClose();
                });
                ClientHarness client = ClientHarness.to(server.url(), ClientHarness.timeouts(LONG, SHORT, LONG))) {
            Exchange exchange = client.send();
            assertThat(exchange)
                    .failedWith(ErrorKind.IDLE_TIMEOUT)
                    .says("1000 ms")
                    .hasContent(1, 5);
            assertThat(exchange.endNanos() - exchange.content().lastNanos()).isGreaterThanOrEqualTo(SHORT.toNanos());
        }
    }

    @Test
    void shouldNameRefusalWhoseBodyNeverEnds() throws Exception {
        try (RawServer server = RawServer.playing(peer -> {
                    peer.request();
                    peer.send("HTTP/1.1 529 Overloaded\r\ncontent-length: 500\r\n\r\nbusy");
                    peer.awaitClose();
                });
                ClientHarness client = ClientHarness.to(server.url(), ClientHarness.timeouts(SHORT, LONG, LONG))) {
            assertThat(client.send())
                    .failedWith(ErrorKind.OVERLOADED)
                    .hasStatus(529)
                    .says("busy");
        }
    }

    @Test
    void shouldTimeEachRequestOfOneConnectionAnew() throws Exception {
        try (RawServer server = RawServer.playing(peer -> {
                    peer.request();
                    peer.send(RawAnswers.stream(DocumentedStreams.HELLO));
                    peer.request();
                    peer.awaitClose();
                });
                ClientHarness client = ClientHarness.to(server.url(), ClientHarness.timeouts(SHORT, LONG, LONG))) {
            assertThat(client.send()).readHello();
            Exchange second = client.send();
            assertThat(second).failedWith(ErrorKind.FIRST_TOKEN_TIMEOUT).reusedAConnection();
            assertThat(second.endNanos() - second.sentNanos()).isGreaterThanOrEqualTo(SHORT.toNanos());
        }
    }
}
