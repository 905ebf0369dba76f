package io.tokenpace.mock.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Reads the body of a request for a completion in one pass.
 *
 * <p>The texts of a prompt are counted and hashed where the parser has them and never become strings. Keys that have no
 * meaning here are skipped. A repeated key counts as its last value.
 */
final class OpenAiBody {
    private static final Set<String> SMALL = Set.of(
            "model",
            "stream",
            "stream_options",
            "max_tokens",
            "max_completion_tokens",
            "min_tokens",
            "ignore_eos",
            "n",
            "temperature",
            "top_p",
            "top_k",
            "cache_salt",
            "stop",
            "tool_choice",
            "reasoning_effort",
            "chat_template_kwargs");

    private final JsonParser parser;
    private final OpenAiKind kind;
    private final Map<String, JsonNode> small = new HashMap<>();
    private List<Tool> tools = List.of();
    private Optional<List<PromptBlock>> prompt = Optional.empty();

    private OpenAiBody(JsonParser parser, OpenAiKind kind) {
        this.parser = parser;
        this.kind = kind;
    }

    /** Reads the body where {@code parser} begins. */
    static OpenAiBody read(JsonParser parser, OpenAiKind kind) throws OpenAiRefusedException {
        OpenAiBody body = new OpenAiBody(parser, kind);
        body.readAll();
        return body;
    }

    OpenAiFields fields() {
        return OpenAiFields.of(small);
    }

    List<Tool> tools() {
        return tools;
    }

    /** Returns all that the model reads, the tools first; empty if the request has no prompt. */
    Optional<List<PromptBlock>> prompt() {
        return prompt.map(blocks -> {
            List<PromptBlock> all = new ArrayList<>();
            tools.forEach(tool -> all.add(tool.prompt()));
            all.addAll(blocks);
            return all;
        });
    }

    private void readAll() throws OpenAiRefusedException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new OpenAiRefusedException(
                    OpenAiRefusal.malformed("The body of your request must be a JSON object."));
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            readField(key);
        }
        if (parser.nextToken() != null) {
            throw new OpenAiRefusedException(
                    OpenAiRefusal.malformed("There is more after the JSON body of your request."));
        }
    }

    private void readField(String key) throws OpenAiRefusedException {
        if (key.equals(kind.promptField())) {
            prompt = parser.currentToken() == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(readPrompt());
        } else if (key.equals("tools")) {
            tools = OpenAiTools.read(parser);
        } else if (SMALL.contains(key)) {
            small.put(key, parser.readValueAsTree());
        } else {
            parser.skipChildren();
        }
    }

    private List<PromptBlock> readPrompt() throws OpenAiRefusedException {
        return kind == OpenAiKind.CHAT ? OpenAiTurns.read(parser) : List.of(OpenAiText.read(parser));
    }
}
