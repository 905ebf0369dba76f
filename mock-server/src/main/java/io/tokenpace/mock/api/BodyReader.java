package io.tokenpace.mock.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Reads the body of a request in one pass.
 *
 * <p>The texts of a prompt are counted and hashed where the parser has them and never become strings, so a prompt of
 * half a megabyte does not hold the event loop up for long. Keys that have no meaning here are skipped. A repeated key
 * counts as its last value.
 */
final class BodyReader {
    private static final Set<String> CONTROLS = Set.of(
            "temperature",
            "top_p",
            "top_k",
            "thinking",
            "output_config",
            "tool_choice",
            "metadata",
            "service_tier",
            "stop_sequences",
            "cache_control");

    private final JsonParser parser;
    private final Map<String, JsonNode> controls = new HashMap<>();
    private Optional<String> model = Optional.empty();
    private Optional<String> maxTokens = Optional.empty();
    private List<Tool> tools = List.of();
    private List<PromptBlock> system = List.of();
    private Optional<List<Turn>> turns = Optional.empty();
    private boolean stream;

    private BodyReader(JsonParser parser) {
        this.parser = parser;
    }

    static Draft read(JsonParser parser) throws RefusedException {
        return new BodyReader(parser).draft();
    }

    private Draft draft() throws RefusedException {
        Refusal.require(parser.nextToken() == JsonToken.START_OBJECT, "The request body must be a JSON object");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            readField(key);
        }
        Refusal.require(parser.nextToken() == null, "The request body is not valid JSON: there is more after its end");
        return new Draft(model, maxTokens, stream, tools, system, turns, controls);
    }

    private void readField(String key) throws RefusedException {
        switch (key) {
            case "model" -> model = Optional.of(readModel());
            case "max_tokens" -> maxTokens = Optional.of(readMaxTokens());
            case "messages" -> turns = Optional.of(TurnsReader.read(parser));
            case "system" -> system = readSystem();
            case "tools" -> tools = ToolsReader.read(parser);
            case "stream" -> stream = readStream();
            default -> readControl(key);
        }
    }

    private void readControl(String key) {
        if (!CONTROLS.contains(key)) {
            parser.skipChildren();
        } else if (parser.currentToken() == JsonToken.VALUE_NULL) {
            controls.remove(key);
        } else {
            controls.put(key, parser.readValueAsTree());
        }
    }

    private String readModel() throws RefusedException {
        Refusal.require(parser.currentToken() == JsonToken.VALUE_STRING, "model: Input should be a valid string");
        Refusal.require(parser.getStringLength() > 0, "model: String should have at least 1 character");
        return parser.getString();
    }

    private String readMaxTokens() throws RefusedException {
        Refusal.require(
                parser.currentToken() == JsonToken.VALUE_NUMBER_INT, "max_tokens: Input should be a valid integer");
        String digits = parser.getString();
        Refusal.require(!digits.startsWith("-"), "max_tokens: Input should be greater than or equal to 0");
        return digits;
    }

    private List<PromptBlock> readSystem() throws RefusedException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return List.of();
        }
        return ContentReader.read(parser, "system").stream()
                .map(BlockReader.Block::prompt)
                .toList();
    }

    private boolean readStream() throws RefusedException {
        JsonToken value = parser.currentToken();
        Refusal.require(
                value == JsonToken.VALUE_TRUE || value == JsonToken.VALUE_FALSE || value == JsonToken.VALUE_NULL,
                "stream: Input should be a valid boolean");
        return value == JsonToken.VALUE_TRUE;
    }
}
