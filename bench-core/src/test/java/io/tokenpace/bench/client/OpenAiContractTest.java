package io.tokenpace.bench.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.tokenpace.bench.client.ExchangeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.StopReason;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.wire.Parameters;
import io.tokenpace.bench.wire.Recorded;
import io.tokenpace.bench.wire.WireFormat;
import io.tokenpace.bench.wire.openai.ChatFormat;
import io.tokenpace.bench.wire.openai.CompletionsFormat;
import io.tokenpace.bench.wire.openai.Dialect;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client reads recorded OpenAI-compatible streams from a server that nobody here wrote. */
class OpenAiContractTest {
    private static final String DONE = "data: [DONE]\n\n";
    private static final WireFormat CHAT = new ChatFormat(Parameters.STREAMING, Dialect.SERVER);
    private static final WireFormat TEXT = new CompletionsFormat(Parameters.STREAMING, Dialect.SERVER);

    /** Answers of known length come in one piece, so that the connection is free as soon as the exchange has ended. */
    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().useChunkedTransferEncoding(ChunkedEncodingPolicy.BODY_FILE))
            .build();

    private static String recorded(String name) {
        return new String(Recorded.bytes(ChatFormat.class, name), StandardCharsets.UTF_8);
    }

    private static ResponseDefinitionBuilder stream(String body) {
        return aResponse().withHeader("content-type", "text/event-stream").withBody(body);
    }

    private static Exchange answer(WireFormat format, ResponseDefinitionBuilder answer) throws Exception {
        SERVICE.stubFor(post(urlEqualTo("/v1" + format.path())).willReturn(answer));
        try (ClientHarness client = ClientHarness.to(SERVICE.baseUrl() + "/v1", format)) {
            return client.send();
        }
    }

    @Test
    void shouldReadAChat() throws Exception {
        Exchange exchange = answer(CHAT, stream(recorded("chat")));

        assertThat(exchange)
                .succeeded()
                .hasStatus(200)
                .hasContent(2, "Saturn has rings, naïvely 日本 😀.".length())
                .hasStampsInOrder();
        assertThat(exchange.thinkingNanos()).isEqualTo(Exchange.UNSET);
        assertThat(exchange.usage()).isEqualTo(new Usage(25, Usage.UNKNOWN, 4, 9, 0));
        assertThat(exchange.stopReason()).isEqualTo(StopReason.END_TURN);
        SERVICE.verify(1, postRequestedFor(urlEqualTo("/v1/chat/completions")).withRequestBody(equalToJson("""
                {"model": "claude-opus-4-20250514", "max_tokens": 256, "stream": true,
                 "stream_options": {"include_usage": true}, "messages": [{"role": "user", "content": "Hello."}]}""")));
    }

    @Test
    void shouldReadATextCompletion() throws Exception {
        Exchange exchange = answer(TEXT, stream(recorded("completions")));

        assertThat(exchange).succeeded().hasContent(2, " and the".length()).hasStampsInOrder();
        assertThat(exchange.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
        SERVICE.verify(1, postRequestedFor(urlEqualTo("/v1/completions")));
    }

    @Test
    void shouldStampTheFirstReasoningAndTheFirstTextApart() throws Exception {
        Exchange exchange = answer(CHAT, stream(recorded("deepseek")).withChunkedDribbleDelay(40, 400));

        assertThat(exchange)
                .succeeded()
                .hasContent(4, "The user greets.Hello!".length())
                .hasStampsInOrder();
        assertThat(exchange.thinkingNanos()).isEqualTo(exchange.content().firstNanos());
        assertThat(exchange.firstTextNanos()).isEqualTo(exchange.visible().firstNanos());
        assertThat(exchange.firstTextNanos())
                .isBetween(exchange.thinkingNanos(), exchange.content().lastNanos());
    }

    @ParameterizedTest
    @CsvSource({"chat, 2", "vllm, 4", "tools, 3", "completions, 2"})
    void shouldReadStreamsThatComeInPieces(String name, int events) throws Exception {
        Exchange exchange = answer(CHAT, stream(recorded(name)).withChunkedDribbleDelay(23, 46));

        assertThat(exchange).succeeded().hasStampsInOrder();
        assertThat(exchange.content().events()).isEqualTo(events);
    }

    @Test
    void shouldCallAStreamTruncatedThatLacksItsClosingEvent() throws Exception {
        assertThat(answer(CHAT, stream(recorded("chat").replace(DONE, "")))).failedWith(ErrorKind.TRUNCATED);
    }

    @Test
    void shouldTellAnErrorInMidStream() throws Exception {
        assertThat(answer(CHAT, stream(recorded("error"))))
                .failedWith(ErrorKind.STREAM_ERROR)
                .says("server_error: The server had an error while processing your request.");
    }

    @ParameterizedTest
    @CsvSource({"429, RATE_LIMITED", "404, HTTP_4XX", "503, HTTP_5XX"})
    void shouldTellARefusalInTheServicesWords(int status, ErrorKind kind) throws Exception {
        Exchange exchange = answer(
                CHAT,
                aResponse()
                        .withStatus(status)
                        .withHeader("content-type", "application/json")
                        .withBody("{\"error\":{\"message\":\"Not now.\",\"type\":\"requests\",\"param\":null,"
                                + "\"code\":\"x\"}}"));

        assertThat(exchange).failedWith(kind).hasStatus(status).says("requests: Not now.");
    }
}
