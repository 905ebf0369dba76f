package io.tokenpace.mock.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the definitions of tools where the parser stands.
 *
 * <p>A tool counts the tokens of all strings in its definition: name, description, and the values in its schema.
 */
final class ToolsReader {
    private ToolsReader() {}

    static List<PromptBlock> read(JsonParser parser) throws RefusedException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return List.of();
        }
        Refusal.require(parser.currentToken() == JsonToken.START_ARRAY, "tools: Input should be a valid list");
        List<PromptBlock> tools = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            tools.add(readTool(parser, "tools." + tools.size()));
        }
        return tools;
    }

    private static PromptBlock readTool(JsonParser parser, String path) throws RefusedException {
        Refusal.require(parser.currentToken() == JsonToken.START_OBJECT, path + ": Input should be an object");
        boolean named = false;
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
            named |= key.equals("name");
            ValueReader.Value value = ValueReader.read(parser, ValueReader.Counted.ALL);
            tokens += value.tokens();
            // A sum, for the order of fields means nothing.
            hash += Fingerprint.join(Fingerprint.of(key), value.hash());
        }
        Refusal.require(named, path + ".name: Field required");
        return new PromptBlock(hash, tokens, cached, path);
    }
}
