package io.tokenpace.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "http://service, service, 80, ''",
        "http://service/, service, 80, ''",
        "https://service/v1, service, 443, /v1",
        "https://service:80/v1, service, 80, /v1",
        "HTTP://service:8080, service, 8080, ''",
        "http://127.0.0.1:9/base/path/, 127.0.0.1, 9, /base/path",
        "http://service//, service, 80, ''",
        "http://[::1]:8080/x, [::1], 8080, /x",
        "http://service/a%20b, service, 80, /a%20b",
        "http://service/é, service, 80, /%C3%A9"
    })
    void shouldReadItsParts(String url, String host, int port, String basePath) {
        assertThat(Endpoint.parse(url)).isEqualTo(new Endpoint(url.startsWith("https"), host, port, basePath));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service:8080",
                "ftp://service",
                "/v1/messages",
                "",
                "http://",
                "http:service",
                "http://service?x=1",
                "http://service/#top",
                "http://ser vice",
                "http://service:0",
                "http://service:65536",
                "http://service:many"
            })
    void shouldNameUrlThatItCannotUse(String url) {
        assertThatThrownBy(() -> Endpoint.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("url (" + url + ") ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user:secret@service",
                "http://secret@service",
                "http://user:sec/secret@service",
                "ftp://user:secret@service",
                "http://user:secret@ser vice",
                "http://user:the secret@service",
                "http://user:s@secret@service:0"
            })
    void shouldNotRepeatWhoIsToBeLetIn(String url) {
        assertThatThrownBy(() -> Endpoint.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("url (" + url.replaceAll("//.*@", "//…@") + ") ")
                .hasStackTraceContaining("…@")
                .satisfies(e -> assertThat(traceOf(e)).doesNotContain("secret"));
    }

    private static String traceOf(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void shouldLeaveOutUsualPort() {
        assertThat(Endpoint.parse("http://service:80/v1").authority()).isEqualTo("service");
        assertThat(Endpoint.parse("https://service:443/v1")).hasToString("https://service/v1");
        assertThat(Endpoint.parse("https://service:80/v1").authority()).isEqualTo("service:80");
        assertThat(Endpoint.parse("http://service:8080/v1").authority()).isEqualTo("service:8080");
        assertThat(Endpoint.parse("http://service:8080/v1/")).hasToString("http://service:8080/v1");
    }
}
