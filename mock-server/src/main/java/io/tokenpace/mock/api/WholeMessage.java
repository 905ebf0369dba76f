package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tokenpace.mock.text.Vocabulary;

/** Writes an answer that is not streamed. */
public final class WholeMessage {
    private WholeMessage() {}

    /** Returns the body in JSON. */
    public static byte[] body(Answer answer) {
        StringBuilder text = new StringBuilder();
        for (int token = 0; token < answer.tokens(); token++) {
            text.append(Vocabulary.word(answer.text().next()));
        }
        return ("{" + answer.identity() + ",\"content\":[{\"type\":\"text\",\"text\":"
                        + JsonText.quoted(text.toString())
                        + "}],\"stop_reason\":\"" + answer.stopReason()
                        + "\",\"stop_sequence\":null,\"stop_details\":null,\"usage\":{"
                        + answer.inputUsage()
                        + "," + answer.input().creation()
                        + ",\"output_tokens\":" + answer.tokens()
                        + ",\"output_tokens_details\":{\"thinking_tokens\":0}"
                        + ",\"service_tier\":\"standard\",\"inference_geo\":\"global\"},\"diagnostics\":null}")
                .getBytes(UTF_8);
    }
}
