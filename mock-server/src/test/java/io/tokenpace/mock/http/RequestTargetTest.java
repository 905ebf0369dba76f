package io.tokenpace.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTargetTest {
    @ParameterizedTest
    @CsvSource({
        "/v1/models?limit=2,/v1/models,limit=2",
        "http://127.0.0.1:8080/v1/models?limit=2,/v1/models,limit=2",
        "HTTPS://localhost/v1/messages,/v1/messages,''",
        "http://[::1]:8080/v1/messages,/v1/messages,''",
        "http://localhost,'',''",
        "/http://localhost/v1/messages,/http://localhost/v1/messages,''"
    })
    void shouldNameThePathInEitherForm(String target, String path, String query) {
        QueryStringDecoder decoded =
                RequestTarget.of(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, target));
        assertThat(decoded.rawPath()).isEqualTo(path);
        assertThat(decoded.rawQuery()).isEqualTo(query);
    }
}
