package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.EnumMap;
import java.util.Map;

/** Writes a completion that is not streamed. */
public final class OpenAiWhole {
    private OpenAiWhole() {}

    /** Returns the body in JSON. */
    public static byte[] body(OpenAiAnswer answer) {
        Map<OpenAiPart.Field, String> parts = new EnumMap<>(OpenAiPart.Field.class);
        answer.content().blocks().forEach(part -> parts.put(part.field(), part.whole()));
        String content = parts.getOrDefault(OpenAiPart.Field.CONTENT, "null");
        String choice = answer.kind() == OpenAiKind.CHAT
                ? "\"message\":{\"role\":\"assistant\"" + key("reasoning", parts, OpenAiPart.Field.REASONING)
                        + ",\"content\":" + content + key("tool_calls", parts, OpenAiPart.Field.TOOL_CALLS)
                        + ",\"refusal\":null,\"annotations\":[]}"
                : "\"text\":" + content;
        return ("{" + answer.identity(answer.kind().wholeObject()) + ",\"choices\":[{\"index\":0," + choice
                        + ",\"logprobs\":null,\"finish_reason\":\"" + answer.finishReason() + "\"}],\"usage\":"
                        + answer.usage() + "}")
                .getBytes(UTF_8);
    }

    private static String key(String name, Map<OpenAiPart.Field, String> parts, OpenAiPart.Field field) {
        return parts.containsKey(field) ? ",\"" + name + "\":" + parts.get(field) : "";
    }
}
