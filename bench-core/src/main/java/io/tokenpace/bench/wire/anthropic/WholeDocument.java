package io.tokenpace.bench.wire.anthropic;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.StopReason;
import io.tokenpace.bench.wire.Answer;
import java.util.function.IntConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer that is no stream: a message, the count of a prompt, or an error. */
final class WholeDocument {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode root;

    private WholeDocument(JsonNode root) {
        this.root = root;
    }

    /** Brings what one JSON object says into an answer, and returns whether it said anything that an answer could. */
    static boolean read(byte[] body, Answer answer) {
        try {
            return new WholeDocument(JSON.readTree(body)).applyTo(answer);
        } catch (JacksonException e) {
            // A number of a thousand digits, say: the caller reports what it was given.
            return false;
        }
    }

    private boolean applyTo(Answer answer) {
        if (root.path("error").isObject()) {
            JsonNode error = root.get("error");
            String type = error.path("type").asString("");
            answer.fail(
                    ErrorKind.STREAM_ERROR, type + ": " + error.path("message").asString(""));
            return true;
        }
        if (root.path("content").isArray()) {
            applyMessage(answer);
            return true;
        }
        boolean count = root.path("input_tokens").isInt();
        if (count) {
            ifCounted(root.path("input_tokens"), answer::inputTokens);
            answer.end();
        }
        return count;
    }

    private void applyMessage(Answer answer) {
        root.get("content").forEach(block -> applyBlock(block, answer));
        JsonNode usage = root.path("usage");
        ifCounted(usage.path("input_tokens"), answer::inputTokens);
        ifCounted(usage.path("cache_creation_input_tokens"), answer::cacheCreationTokens);
        ifCounted(usage.path("cache_read_input_tokens"), answer::cacheReadTokens);
        ifCounted(usage.path("output_tokens"), answer::outputTokens);
        ifCounted(usage.path("output_tokens_details").path("thinking_tokens"), answer::thinkingTokens);
        if (root.path("stop_reason").isString()) {
            answer.stopReason(StopReason.ofLabel(root.get("stop_reason").stringValue()));
        }
        answer.end();
    }

    private static void applyBlock(JsonNode block, Answer answer) {
        switch (block.path("type").asString("")) {
            case "text" -> answer.addText(block.path("text").asString(""));
            case "thinking" -> {
                answer.beginThinking();
                answer.addThinking(block.path("thinking").asString("").length());
            }
            case "tool_use" ->
                answer.addToolInput(block.path("input").toString().length());
            default -> {}
        }
    }

    private static void ifCounted(JsonNode tokens, IntConsumer count) {
        if (tokens.isInt() && tokens.intValue() >= 0) {
            count.accept(tokens.intValue());
        }
    }
}
