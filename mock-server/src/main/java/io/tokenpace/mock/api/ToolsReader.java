package io.tokenpace.mock.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads the definitions of tools where the parser stands.
 *
 * <p>A tool counts the tokens of all strings in its definition: name, description, and the values in its schema.
 */
final class ToolsReader {
    private ToolsReader() {}

    static List<Tool> read(JsonParser parser) throws RefusedException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return List.of();
        }
        Refusal.require(parser.currentToken() == JsonToken.START_ARRAY, "tools: Input should be a valid list");
        List<Tool> tools = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            tools.add(readTool(parser, "tools." + tools.size()));
        }
        return tools;
    }

    private static Tool readTool(JsonParser parser, String path) throws RefusedException {
        Refusal.require(parser.currentToken() == JsonToken.START_OBJECT, path + ": Input should be an object");
        Optional<String> name = Optional.empty();
        JsonNode schema = MissingNode.getInstance();
        boolean eager = false;
        int tokens = 0;
        long hash = 0;
        Optional<CacheTtl> cached = Optional.empty();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            if (key.equals("cache_control")) {
                cached = CacheControl.read(parser.readValueAsTree(), path + ".cache_control");
                continue;
            }
            ValueReader.Value value;
            if (key.equals("input_schema")) {
                schema = parser.readValueAsTree();
                try (JsonParser again = schema.traverse(parser.objectReadContext())) {
                    again.nextToken();
                    value = ValueReader.read(again, ValueReader.Counted.ALL);
                }
            } else {
                eager |= key.equals("eager_input_streaming") && parser.currentToken() == JsonToken.VALUE_TRUE;
                name = key.equals("name") ? Optional.of(parser.getString()) : name;
                value = ValueReader.read(parser, ValueReader.Counted.ALL);
            }
            tokens += value.tokens();
            // A sum, for the order of fields means nothing.
            hash += Fingerprint.join(Fingerprint.of(key), value.hash());
        }
        Refusal.require(name.isPresent(), path + ".name: Field required");
        return new Tool(new PromptBlock(hash, tokens, cached, path), name.orElseThrow(), schema, eager);
    }
}
