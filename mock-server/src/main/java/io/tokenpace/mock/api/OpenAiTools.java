package io.tokenpace.mock.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/**
 * Reads the definitions of functions where the parser stands; each is a block of the prompt.
 *
 * <p>A tool counts the tokens of all strings in its definition.
 */
final class OpenAiTools {
    private OpenAiTools() {}

    static List<Tool> read(JsonParser parser) throws OpenAiRefusedException {
        JsonNode definitions = parser.readValueAsTree();
        if (definitions.isNull()) {
            return List.of();
        }
        requireType(definitions.isArray(), "tools", "an array of objects");
        List<Tool> tools = new ArrayList<>();
        for (JsonNode definition : definitions) {
            tools.add(tool(definition, "tools[" + tools.size() + "]", parser));
        }
        return tools;
    }

    private static Tool tool(JsonNode definition, String path, JsonParser parser) throws OpenAiRefusedException {
        requireType(definition.isObject(), path, "an object");
        requireThere(definition.path("type"), path + ".type");
        String type = definition.path("type").asString("");
        OpenAiFields.require(
                type.equals("function"),
                path + ".type",
                "invalid_value",
                "Invalid value: '" + type + "'. Supported values are: 'function'.");
        JsonNode function = definition.path("function");
        requireThere(function, path + ".function");
        requireType(function.isObject(), path + ".function", "an object");
        requireThere(function.path("name"), path + ".function.name");
        requireType(function.path("name").isString(), path + ".function.name", "a string");
        return new Tool(
                prompt(definition, path, parser),
                function.path("name").stringValue(),
                function.path("parameters"),
                true);
    }

    private static PromptBlock prompt(JsonNode definition, String path, JsonParser parser) {
        try (JsonParser again = definition.traverse(parser.objectReadContext())) {
            again.nextToken();
            ValueReader.Value value = ValueReader.read(again, ValueReader.Counted.ALL);
            return new PromptBlock(value.hash(), value.tokens(), Optional.empty(), path);
        }
    }

    private static void requireThere(JsonNode value, String param) throws OpenAiRefusedException {
        if (value.isMissingNode()) {
            throw new OpenAiRefusedException(OpenAiRefusal.missing(param));
        }
    }

    private static void requireType(boolean holds, String param, String expected) throws OpenAiRefusedException {
        if (!holds) {
            throw new OpenAiRefusedException(OpenAiRefusal.wrongType(param, expected));
        }
    }
}
