package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tokenpace.mock.text.Vocabulary;

/** Writes a completion that is not streamed. */
public final class OpenAiWhole {
    private OpenAiWhole() {}

    /** Returns the body in JSON. */
    public static byte[] body(OpenAiAnswer answer) {
        StringBuilder words = new StringBuilder();
        for (int token = 0; token < answer.tokens(); token++) {
            words.append(Vocabulary.word(answer.text().next()));
        }
        String text = JsonText.quoted(words.toString());
        String content = answer.kind() == OpenAiKind.CHAT
                ? "\"message\":{\"role\":\"assistant\",\"content\":" + text + ",\"refusal\":null,\"annotations\":[]}"
                : "\"text\":" + text;
        return ("{" + answer.identity(answer.kind().wholeObject()) + ",\"choices\":[{\"index\":0," + content
                        + ",\"logprobs\":null,\"finish_reason\":\"" + answer.finishReason() + "\"}],\"usage\":"
                        + answer.usage() + "}")
                .getBytes(UTF_8);
    }
}
