package io.tokenpace.bench.wire.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.StopReason;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeAnswerTest {
    private static final String CHAT = """
            {
              "id": "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT",
              "object": "chat.completion",
              "created": 1741569952,
              "model": "gpt-4.1-2025-04-14",
              "choices": [
                {
                  "index": 0,
                  "message": {"role": "assistant", "content": "Hello!", "refusal": null, "annotations": []},
                  "logprobs": null,
                  "finish_reason": "stop"
                }
              ],
              "usage": {
                "prompt_tokens": 19, "completion_tokens": 10, "total_tokens": 29,
                "prompt_tokens_details": {"cached_tokens": 3, "audio_tokens": 0},
                "completion_tokens_details": {"reasoning_tokens": 6, "audio_tokens": 0}
              },
              "service_tier": "default"
            }
            """;

    @Test
    void shouldReadAChat() {
        Answer answer = Chunks.readWhole(CHAT);

        assertThat(answer.ended()).isTrue();
        assertThat(answer.error()).isEmpty();
        assertThat(answer.visibleChars()).isEqualTo("Hello!".length());
        assertThat(answer.stopReason()).isEqualTo(StopReason.END_TURN);
        assertThat(answer.usage()).isEqualTo(new Usage(16, Usage.UNKNOWN, 3, 10, 6));
    }

    @Test
    void shouldReadReasoningAndACall() {
        Answer answer = Chunks.readWhole("{\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":{"
                + "\"role\":\"assistant\",\"reasoning\":\"Hm\",\"content\":null,\"tool_calls\":[{\"id\":\"call_1\","
                + "\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\":1}\"}}]},"
                + "\"finish_reason\":\"tool_calls\"}]}");

        assertThat(answer.ended()).isTrue();
        assertThat(answer.contentChars()).isEqualTo("Hm{\"a\":1}".length());
        assertThat(answer.visibleChars()).isEqualTo("{\"a\":1}".length());
        assertThat(answer.stopReason()).isEqualTo(StopReason.TOOL_USE);
    }

    @Test
    void shouldReadATextCompletion() {
        Answer answer =
                Chunks.readWhole("{\"object\":\"text_completion\",\"choices\":[{\"text\":\" and so\",\"index\":0,"
                        + "\"logprobs\":null,\"finish_reason\":\"length\"}],\"usage\":{\"prompt_tokens\":5,"
                        + "\"completion_tokens\":2,\"total_tokens\":7}}");

        assertThat(answer.ended()).isTrue();
        assertThat(answer.visibleChars()).isEqualTo(" and so".length());
        assertThat(answer.usage().outputTokens()).isEqualTo(2);
    }

    @Test
    void shouldTakeAnAnswerThatSaysNothingForOne() {
        Answer answer = Chunks.readWhole("{\"choices\":[{\"message\":{\"content\":null},\"finish_reason\":\"stop\"}]}");

        assertThat(answer.ended()).isTrue();
        assertThat(answer.contentEvents()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"object":"list","data":[]}                           | {"object":"list","data":[]}
                    {"choices":[]}                                        | {"choices":[]}
                    <html>Welcome</html>                                  | <html>Welcome</html>
                    [1]                                                   | [1]
                    """)
    void shouldCallWhatIsNoAnswerMalformed(String body, String words) {
        Answer answer = Chunks.readWhole(body);

        assertThat(answer.error()).contains(ErrorKind.MALFORMED);
        assertThat(answer.errorText()).isEqualTo("not an answer: " + words);
        assertThat(answer.ended()).isFalse();
    }

    @Test
    void shouldTellAnErrorThatCameInPlaceOfAnAnswer() {
        Answer answer = Chunks.readWhole("{\"error\":{\"message\":\"Oh\",\"type\":\"server_error\"}}");

        assertThat(answer.error()).contains(ErrorKind.STREAM_ERROR);
        assertThat(answer.errorText()).isEqualTo("server_error: Oh");
        assertThat(answer.ended()).isFalse();
    }

    @Test
    void shouldNeitherEndNorFailAnAnswerThatIsCutOff() {
        String body = CHAT.strip();
        for (int length = 0; length < body.length(); length++) {
            Answer answer = Chunks.readWhole(body.substring(0, length));

            assertThat(answer.ended()).as("cut at %d", length).isFalse();
            assertThat(answer.error()).as("cut at %d", length).isEmpty();
            assertThat(answer.contentEvents()).as("cut at %d", length).isZero();
        }
    }
}
