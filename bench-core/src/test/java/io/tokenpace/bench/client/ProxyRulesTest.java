package io.tokenpace.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyRulesTest {
    @ParameterizedTest
    @CsvSource({
        "http://service, http_proxy=http://p:1, http://p:1",
        "http://service, HTTP_PROXY=http://p:1, http://p:1",
        "http://service, HTTP_PROXY=http://p:1 REQUEST_METHOD=GET, none",
        "http://service, http_proxy=http://p:1 REQUEST_METHOD=GET, http://p:1",
        "http://service, http_proxy=http://p:1 HTTP_PROXY=http://q:1, http://p:1",
        "http://service, https_proxy=http://p:1, none",
        "https://service, https_proxy=http://p:1, http://p:1",
        "https://service, HTTPS_PROXY=http://p:1, http://p:1",
        "https://service, http_proxy=http://p:1, none",
        "https://service, all_proxy=socks5://p, socks5://p:1080",
        "http://service, ALL_PROXY=socks5h://p, socks5h://p:1080",
        "https://service, all_proxy=http://p:1 https_proxy=http://q:1, http://q:1",
        "http://service, http_proxy=p:3128, http://p:3128",
        "http://service, http_proxy=, none",
        "http://service, NO=thing, none",
        "http://localhost, http_proxy=http://p:1, none",
        "http://127.0.0.53:8080, http_proxy=http://p:1, none",
        "http://[::1]:8080, http_proxy=http://p:1, none",
        "http://service, http_proxy=http://p:1 no_proxy=*, none",
        "http://service, http_proxy=http://p:1 NO_PROXY=service, none"
    })
    void shouldReadTheEnvironmentAsIsUsual(String url, String variables, String proxy) {
        Map<String, String> environment = Arrays.stream(variables.split(" "))
                .map(variable -> variable.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        ProxyRules rules = ProxyRules.ofEnvironment(environment);
        assertThat(rules.proxyFor(Endpoint.parse(url)).map(Proxy::toString).orElse("none"))
                .isEqualTo(proxy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    example.com            | example.com     | 80  | true
                    example.com            | api.example.com | 80  | true
                    .example.com           | api.example.com | 80  | true
                    .example.com           | example.com     | 80  | true
                    *.example.com          | api.example.com | 80  | true
                    Example.COM            | API.example.com | 80  | true
                    example.com            | badexample.com  | 80  | false
                    example.com            | example.org     | 80  | false
                    a.b, example.com c.d   | c.d             | 80  | true
                    example.com:8080       | example.com     | 80  | false
                    example.com:8080       | api.example.com | 8080 | true
                    10.1.2.3               | 10.1.2.3        | 80  | true
                    10.1.2.3:80            | 10.1.2.3        | 80  | true
                    10.1.2.3:80            | 10.1.2.3        | 81  | false
                    10.0.0.0/8             | 10.200.1.1      | 80  | true
                    10.0.0.0/8             | 11.0.0.1        | 80  | false
                    10.64.0.0/10           | 10.127.0.1      | 80  | true
                    10.64.0.0/10           | 10.128.0.1      | 80  | false
                    10.0.0.0/99            | 10.0.0.0        | 80  | true
                    10.0.0.0/99            | 10.0.0.1        | 80  | false
                    0.0.0.0/0              | 8.8.8.8         | 80  | true
                    0.0.0.0/0              | ::1             | 80  | false
                    fd00::/8               | fd12::1         | 80  | true
                    fd00::/8               | fe80::1         | 80  | false
                    ::1                    | ::1             | 80  | true
                    [::1]:8080             | ::1             | 8080 | true
                    [::1]:8080             | ::1             | 80  | false
                    10.0.0.0/8             | ten.test        | 80  | false
                    *                      | whatever        | 80  | true
                    """)
    void shouldKnowWhoIsReachedWithoutAProxy(String list, String host, int port, boolean covered) {
        assertThat(ProxyExceptions.of(list).cover(host, port)).isEqualTo(covered);
    }

    @Test
    void shouldGoThroughAGivenProxyEvenToThisMachine() {
        ProxyRules rules = ProxyRules.always(Proxy.parse("--proxy", "http://p:1"));
        assertThat(rules.proxyFor(Endpoint.parse("http://127.0.0.1:8080"))).isPresent();
        assertThat(rules.proxyFor(Endpoint.parse("https://localhost"))).isPresent();
    }

    @Test
    void shouldReadAnAccountButNotTellIt() {
        Proxy proxy = Proxy.parse("proxy", "socks5://me:a%40b+c:d@p:7");
        assertThat(proxy).isEqualTo(new Proxy(Proxy.Kind.SOCKS5, "p", 7, "me", "a@b+c:d"));
        assertThat(proxy).hasToString("socks5://p:7");
        assertThat(Proxy.parse("proxy", "http://me@p")).isEqualTo(new Proxy(Proxy.Kind.HTTP, "p", 80, "me", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://me:secret@p",
                "ftp://me:secret@p",
                "me:secret@p",
                "http://me:secret@p/path",
                "http://me:secret@p?x",
                "http://me:secret@p:0",
                "http://me:secret@p:70000",
                "http://me:sec ret@p",
                "http:me:secret@p"
            })
    void shouldRefuseOtherProxiesWithoutTellingTheSecret(String url) {
        assertThatThrownBy(() -> Proxy.parse("--proxy", url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--proxy (")
                .hasMessageContaining("…@p")
                .hasMessageNotContaining("ret");
    }
}
