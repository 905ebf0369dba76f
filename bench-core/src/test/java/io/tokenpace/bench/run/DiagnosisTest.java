package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.client.Proxy;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.result.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DiagnosisTest {
    private static final String PROXY = "http://127.0.0.1:3128";

    private static Diagnosis of(String api, String path, String... proxies) {
        Manifest.Machine machine = new Manifest.Machine("", List.of(), "", "", 1, 1);
        return new Diagnosis(
                new Manifest(
                        "0",
                        List.of(),
                        Map.of(),
                        1,
                        "",
                        "http://host:8000/base",
                        api,
                        "tiny",
                        "",
                        machine,
                        Optional.empty()),
                path,
                Stream.of(proxies).map(url -> Proxy.parse("proxy", url)).toList());
    }

    /** The words are those of real services, as their documentation and sources have them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CONNECT   | 0   | Connection refused                                             | http://host:8000/base cannot be reached; is the service running there?
                    TLS       | 0   | the certificate has expired                                    | http://host:8000/base cannot be trusted: the certificate has expired; --ca FILE trusts the certificate's issuer, --insecure anyone
                    HTTP_4XX  | 401 | invalid_request_error: Incorrect API key provided              | the service does not know the key (401); set OPENAI_API_KEY, or name the variable that holds it with --api-key-env
                    HTTP_4XX  | 404 | The model `tiny` does not exist.                               | the service has no model 'tiny' (404); name one with --model
                    HTTP_4XX  | 404 | Not Found                                                      | there is no /chat/completions at http://host:8000/base (404): the base of an OpenAI-compatible service ends in /v1, and Anthropic's API needs --api anthropic
                    HTTP_4XX  | 400 | Unrecognized request argument supplied: stream_options         | the service refuses the request (400): is openai-chat its --api?
                    MALFORMED | 200 | not an event: <html>                                           | http://host:8000/base answers, but not as the API openai-chat does; is another --api or another path right?
                    """)
    void shouldTellWhatIsWrongWithTheTarget(ErrorKind kind, int status, String words, String line) {
        assertThat(of("openai-chat", "/chat/completions").of(kind, status, words))
                .isEqualTo(line);
    }

    @Test
    void shouldNameAnthropicsOwnKeyAndPath() {
        assertThat(of("anthropic", "/v1/messages")
                        .of(ErrorKind.HTTP_4XX, 401, "authentication_error: invalid x-api-key"))
                .contains("ANTHROPIC_API_KEY");
        assertThat(of("anthropic", "/v1/messages").of(ErrorKind.HTTP_4XX, 404, "not_found_error: model: tiny"))
                .contains("no model 'tiny'");
        assertThat(of("anthropic", "/v1/messages").of(ErrorKind.HTTP_4XX, 404, "page not found"))
                .contains("no /v1/messages at", "--api openai-chat");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CONNECT  | 0   | the proxy http://p:1 refused the connection: 502 Bad Gateway | http://host:8000/base cannot be reached: the proxy http://p:1 refused the connection: 502 Bad Gateway
                    CONNECT  | 407 | the proxy http://p:1 wants an account (407)                  | http://host:8000/base cannot be reached: the proxy http://p:1 wants an account (407)
                    HTTP_5XX | 502 | words                                                        | the service, or the proxy http://127.0.0.1:3128 before it, is in trouble (502), whatever it is asked
                    HTTP_4XX | 403 | words                                                        | the service, or the proxy http://127.0.0.1:3128 before it, does not allow this (403): by the key, or by where it goes
                    """)
    void shouldNameTheProxyThatMayHaveSpoken(ErrorKind kind, int status, String words, String line) {
        assertThat(of("openai-chat", "/chat/completions", PROXY).of(kind, status, words))
                .isEqualTo(line);
    }

    @ParameterizedTest
    @EnumSource(ErrorKind.class)
    void shouldSayEverythingInOneLine(ErrorKind kind) {
        assertThat(of("anthropic", "/v1/messages").of(kind, 500, "words").lines())
                .hasSize(1);
    }
}
