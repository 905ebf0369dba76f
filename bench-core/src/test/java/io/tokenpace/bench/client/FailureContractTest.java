package io.tokenpace.bench.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.tokenpace.bench.client.ExchangeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.tokenpace.bench.outcome.ErrorKind;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a service does instead of answering, it ends as the failure that the definitions name. */
class FailureContractTest {
    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request_error, max_tokens: Field required, HTTP_4XX",
        "401, authentication_error, invalid x-api-key, HTTP_4XX",
        "404, not_found_error, model: claude-none, HTTP_4XX",
        "413, request_too_large, Request exceeds the maximum size, HTTP_4XX",
        "429, rate_limit_error, This request would exceed your organization's rate limit, RATE_LIMITED",
        "500, api_error, Internal server error, HTTP_5XX",
        "503, api_error, Service unavailable, HTTP_5XX",
        "529, overloaded_error, Overloaded, OVERLOADED"
    })
    void shouldReportRefusalInTheServicesOwnWords(int status, String type, String message, ErrorKind kind)
            throws Exception {
        String body = DocumentedStreams.error(type, message);
        Exchange exchange = answerTo(document("application/json", body).withStatus(status));
        assertThat(exchange).failedWith(kind).hasStatus(status).says(type).says(message);
        assertThat(exchange.headNanos()).isBetween(exchange.sentNanos(), exchange.endNanos());
    }

    @Test
    void shouldReportBeginningOfErrorPage() throws Exception {
        String page = "<html>\n<head><title>502 Bad Gateway</title></head>\n" + "<p>x</p>".repeat(5_000) + "</html>";
        assertThat(answerTo(document("text/html", page).withStatus(502)))
                .failedWith(ErrorKind.HTTP_5XX)
                .hasStatus(502)
                .says("<title>502 Bad Gateway</title>");
    }

    @Test
    void shouldReportRefusalWithoutBody() throws Exception {
        assertThat(answerTo(aResponse().withStatus(503)))
                .failedWith(ErrorKind.HTTP_5XX)
                .hasStatus(503);
    }

    @Test
    void shouldNotFollowRedirect() throws Exception {
        assertThat(answerTo(aResponse().withStatus(302).withHeader("location", SERVICE.baseUrl() + "/other")))
                .failedWith(ErrorKind.MALFORMED)
                .hasStatus(302);
        assertThat(SERVICE.getAllServeEvents()).hasSize(1);
    }

    @Test
    void shouldFailWhenStreamEndsWithoutItsClosingEvent() throws Exception {
        assertThat(answerTo(document("text/event-stream", DocumentedStreams.ALL_BUT_THE_STOP)))
                .failedWith(ErrorKind.TRUNCATED)
                .hasStatus(200)
                .hasContent(2, 6);
    }

    @Test
    void shouldFailWhenErrorComesInTheMiddle() throws Exception {
        String stream = DocumentedStreams.PREAMBLE
                + DocumentedStreams.delta("Hello")
                + DocumentedStreams.errorEvent("overloaded_error", "Overloaded")
                + DocumentedStreams.delta("!");
        assertThat(answerTo(document("text/event-stream", stream)))
                .failedWith(ErrorKind.STREAM_ERROR)
                .says("overloaded_error: Overloaded")
                .hasStatus(200)
                .hasContent(1, 5);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, '{\"detail\": \"no such thing\"}'",
        "text/event-stream, '[1, 2]'",
        "text/html, <p>Please sign in</p>",
        "text/event-stream, <p>Please sign in</p>"
    })
    void shouldNotTakeAnyDocumentForAnAnswer(String contentType, String body) throws Exception {
        assertThat(answerTo(document(contentType, body)))
                .failedWith(ErrorKind.MALFORMED)
                .hasStatus(200)
                .says(body);
    }

    @Test
    void shouldFailWhenEventIsNotJson() throws Exception {
        assertThat(answerTo(document("text/event-stream", DocumentedStreams.PREAMBLE + "data: {\"type\": oops}\n\n")))
                .failedWith(ErrorKind.MALFORMED)
                .says("oops");
    }

    /** The garbage of the last two has no line end, but is told from a line that was cut short by its first bytes. */
    @ParameterizedTest
    @CsvSource({
        "EMPTY_RESPONSE, TRUNCATED",
        "CONNECTION_RESET_BY_PEER, RESET",
        "MALFORMED_RESPONSE_CHUNK, MALFORMED",
        "RANDOM_DATA_THEN_CLOSE, MALFORMED"
    })
    void shouldNameEachFault(Fault fault, ErrorKind kind) throws Exception {
        assertThat(answerTo(aResponse().withFault(fault))).failedWith(kind);
    }

    @Test
    void shouldFailToConnectWhereNobodyListens() throws Exception {
        String url;
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            url = "http://127.0.0.1:" + listener.getLocalPort();
        }
        try (ClientHarness client = ClientHarness.to(url)) {
            Exchange exchange = client.send();
            assertThat(exchange).failedWith(ErrorKind.CONNECT).says("refused").hasStatus(0);
            assertThat(exchange.connectBeganNanos()).isBetween(exchange.startedNanos(), exchange.endNanos());
            assertThat(exchange.sentNanos()).isEqualTo(Exchange.UNSET);
            assertThat(client.openConnections()).isZero();
        }
    }

    private static ResponseDefinitionBuilder document(String contentType, String body) {
        return aResponse().withHeader("content-type", contentType).withBody(body);
    }

    private static void stub(ResponseDefinitionBuilder answer) {
        SERVICE.stubFor(post(urlEqualTo("/v1/messages")).willReturn(answer));
    }

    private static Exchange answerTo(ResponseDefinitionBuilder answer) throws Exception {
        stub(answer);
        try (ClientHarness client = ClientHarness.to(SERVICE.baseUrl())) {
            return client.send();
        }
    }
}
