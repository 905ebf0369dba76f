package io.tokenpace.bench.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.tokenpace.bench.client.ExchangeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.tokenpace.bench.outcome.StopReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client reads documented streams from a server that nobody here wrote. */
class StreamContractTest {
    private static final String PATH = "/v1/messages";

    /** Answers of known length come in one piece, so that the connection is free as soon as the exchange has ended. */
    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().useChunkedTransferEncoding(ChunkedEncodingPolicy.BODY_FILE))
            .build();

    @Test
    void shouldReadDocumentedStreamWhole() throws Exception {
        serve(stream(DocumentedStreams.HELLO));
        try (ClientHarness client = ClientHarness.to(SERVICE.baseUrl())) {
            assertThat(client.send()).readHello().openedItsConnection();
        }
    }

    @Test
    void shouldSendWhatTheDocumentationAsksFor() throws Exception {
        serve(stream(DocumentedStreams.HELLO));
        try (ClientHarness client = ClientHarness.to(SERVICE.baseUrl())) {
            client.send();
        }
        SERVICE.verify(
                1,
                postRequestedFor(urlEqualTo(PATH))
                        .withHeader("anthropic-version", equalTo("2023-06-01"))
                        .withHeader("content-type", equalTo("application/json"))
                        .withHeader("accept-encoding", equalTo("identity"))
                        .withHeader("host", equalTo("localhost:" + SERVICE.getPort()))
                        .withRequestBody(equalToJson("""
                                        {"model": "claude-opus-4-20250514", "max_tokens": 256, "stream": true,
                                         "messages": [{"role": "user", "content": "Hello."}]}""")));
    }

    @Test
    void shouldTellThinkingTextAndToolInputApart() throws Exception {
        serve(stream(DocumentedStreams.THINKING_AND_TOOL));
        try (ClientHarness client = ClientHarness.to(SERVICE.baseUrl())) {
            Exchange exchange = client.send();
            assertThat(exchange).succeeded().hasContent(3, 1 + 8 + 7).hasStampsInOrder();
            assertThat(exchange.visible().events()).isEqualTo(2);
            assertThat(exchange.visible().chars()).isEqualTo(8 + 7);
            assertThat(exchange.thinkingNanos()).isBetween(exchange.headNanos(), exchange.firstTextNanos());
            assertThat(exchange.answer().usage().outputTokens()).isEqualTo(151);
            assertThat(exchange.answer().usage().thinkingTokens()).isEqualTo(47);
            assertThat(exchange.answer().stopReason()).isEqualTo(StopReason.TOOL_USE);
        }
    }

    @Test
    void shouldMeasureGapsWhenStreamDribbles() throws Exception {
        StringBuilder deltas = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            deltas.append(DocumentedStreams.delta("word "));
        }
        serve(stream(DocumentedStreams.streamOf(deltas.toString())).withChunkedDribbleDelay(12, 600));
        try (ClientHarness client = ClientHarness.to(SERVICE.baseUrl())) {
            Exchange exchange = client.send();
            assertThat(exchange).succeeded().hasContent(20, 100).hasStampsInOrder();
            long decoding = exchange.content().lastNanos() - exchange.content().firstNanos();
            assertThat(client.gaps()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(client.gaps().stream()
                            .mapToLong(ClientHarness.Gap::nanos)
                            .sum())
                    .isCloseTo(decoding, within(decoding / 100_000 + 20));
            assertThat(client.gaps().stream()
                                    .mapToInt(ClientHarness.Gap::events)
                                    .sum()
                            + exchange.content().firstEvents())
                    .isEqualTo(20);
            assertThat(exchange.longestGapNanos())
                    .isBetween(decoding / client.gaps().size(), decoding);
        }
    }

    @Test
    void shouldReuseConnectionWhenServiceKeepsItOpen() throws Exception {
        serve(stream(DocumentedStreams.HELLO));
        try (ClientHarness client = ClientHarness.to(SERVICE.baseUrl())) {
            assertThat(client.send()).openedItsConnection();
            assertThat(client.send()).readHello().reusedAConnection().metStaleConnections(0);
        }
    }

    @Test
    void shouldOpenAnotherConnectionWhenServiceSaysClose() throws Exception {
        serve(stream(DocumentedStreams.HELLO).withHeader("connection", "close"));
        try (ClientHarness client = ClientHarness.to(SERVICE.baseUrl())) {
            assertThat(client.send()).readHello();
            assertThat(client.send()).readHello().openedItsConnection().metStaleConnections(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/event-stream;charset=utf-8", "application/octet-stream"})
    void shouldReadStreamWhateverItIsCalled(String contentType) throws Exception {
        serve(stream(DocumentedStreams.HELLO).withHeader("content-type", contentType));
        try (ClientHarness client = ClientHarness.to(SERVICE.baseUrl())) {
            assertThat(client.send()).readHello();
        }
    }

    @Test
    void shouldReadStreamWhoseLinesEndWithCrLf() throws Exception {
        serve(stream(DocumentedStreams.HELLO.replace("\n", "\r\n")).withChunkedDribbleDelay(40, 40));
        try (ClientHarness client = ClientHarness.to(SERVICE.baseUrl())) {
            assertThat(client.send()).readHello();
        }
    }

    @Test
    void shouldPassOverWhatFollowsTheClosingEvent() throws Exception {
        serve(stream(DocumentedStreams.HELLO + "data: [DONE]\n\n"));
        try (ClientHarness client = ClientHarness.to(SERVICE.baseUrl())) {
            assertThat(client.send()).readHello();
        }
    }

    @Test
    void shouldReadAnswerLargerThanOneReadBuffer() throws Exception {
        String word = "x".repeat(1_000);
        serve(stream(DocumentedStreams.streamOf(DocumentedStreams.delta(word).repeat(3_000))));
        try (ClientHarness client = ClientHarness.to(SERVICE.baseUrl())) {
            assertThat(client.send()).succeeded().hasContent(3_000, 3_000_000).hasStampsInOrder();
        }
    }

    private static ResponseDefinitionBuilder stream(String body) {
        return aResponse()
                .withHeader("content-type", "text/event-stream; charset=utf-8")
                .withHeader("cache-control", "no-cache")
                .withBody(body);
    }

    private static void serve(ResponseDefinitionBuilder answer) {
        SERVICE.stubFor(post(urlEqualTo(PATH)).willReturn(answer));
    }
}
