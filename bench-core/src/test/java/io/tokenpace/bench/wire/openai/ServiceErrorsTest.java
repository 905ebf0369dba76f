package io.tokenpace.bench.wire.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors in the forms of the services that have them, as bodies and in mid-stream. */
class ServiceErrorsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"error":{"message":"The model `m` does not exist","type":"invalid_request_error","param":null,"code":"model_not_found"}} | invalid_request_error: The model `m` does not exist
                    {"error":{"code":"rate_limit_exceeded","message":"Slow down"}}                       | rate_limit_exceeded: Slow down
                    {"error":{"code":400,"message":"max_tokens is too large","type":"BadRequestError"}}  | BadRequestError: max_tokens is too large
                    {"object":"error","message":"The model `m` does not exist.","type":"NotFoundError","param":null,"code":404} | NotFoundError: The model `m` does not exist.
                    {"error":"Input validation error: inputs must have less than 4096 tokens","error_type":"validation"} | validation: Input validation error: inputs must have less than 4096 tokens
                    {"error":"model 'm' not found"}                                                      | model 'm' not found
                    {"detail":"Not Found"}                                                               | Not Found
                    {"message":"Forbidden"}                                                              | Forbidden
                    {"error":{"message":"Oh","inner":{"message":"no","type":"no"}}}                      | Oh
                    """)
    void shouldTellARefusalInTheServicesWords(String body, String words) {
        assertThat(Chunks.refusal(body)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\",\"model\"],\"msg\":\"Field required\"}]}",
                "{\"status\":500}",
                "{\"error\":null}",
                "upstream connect error",
                "{\"error\":{\"message\":\"cut"
            })
    void shouldTellTheBeginningOfARefusalWithoutWords(String body) {
        assertThat(Chunks.refusal(body)).isEqualTo(body);
    }

    @Test
    void shouldTellTheBeginningOfAPageInOneLine() {
        assertThat(Chunks.refusal("<html>\n  <b>502</b>\n</html>" + " ".repeat(300) + "end"))
                .isEqualTo("<html> <b>502</b> </html>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"error":{"message":"Oh","type":"server_error","param":null,"code":null}}            | server_error: Oh
                    {"error":{"object":"error","message":"Oh","type":"InternalServerError","code":500}}  | InternalServerError: Oh
                    {"error":"Request failed during generation","error_type":"generation"}              | generation: Request failed during generation
                    {"object":"error","message":"Oh","type":"BadRequestError","param":null,"code":400}   | BadRequestError: Oh
                    {"id":"g","error":{"code":502,"message":"Oh"},"choices":[{"delta":{"content":""},"finish_reason":"error"}]} | Oh
                    {"error":{}}                                                                         | ~~
                    """)
    void shouldFailOnAnErrorInMidStream(String event, String words) {
        Answer answer = Chunks.readEvents("{\"choices\":[{\"delta\":{\"content\":\"a\"}}]}", event);

        assertThat(answer.error()).contains(ErrorKind.STREAM_ERROR);
        assertThat(answer.errorText()).isEqualTo(words);
        assertThat(answer.textEvents()).isEqualTo(1);
    }
}
