package io.tokenpace.mock.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the messages of a conversation where the parser stands; each is a block of the prompt. */
final class OpenAiTurns {
    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool", "function");

    private final JsonParser parser;
    private final String path;
    private String role = "";
    private boolean hasContent;
    private long hash;
    private int tokens;

    private OpenAiTurns(JsonParser parser, String path) {
        this.parser = parser;
        this.path = path;
    }

    static List<PromptBlock> read(JsonParser parser) throws OpenAiRefusedException {
        requireType(parser.currentToken() == JsonToken.START_ARRAY, "messages", "an array of objects");
        List<PromptBlock> turns = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String path = "messages[" + turns.size() + "]";
            requireType(parser.currentToken() == JsonToken.START_OBJECT, path, "an object");
            turns.add(new OpenAiTurns(parser, path).turn());
        }
        OpenAiFields.require(
                !turns.isEmpty(),
                "messages",
                "empty_array",
                "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array "
                        + "instead.");
        return turns;
    }

    private PromptBlock turn() throws OpenAiRefusedException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            readField(key);
        }
        if (role.isEmpty()) {
            throw new OpenAiRefusedException(OpenAiRefusal.missing(path + ".role"));
        }
        // An assistant that called tools has said nothing.
        requireType(hasContent || role.equals("assistant"), path + ".content", "a string or an array of objects");
        return new PromptBlock(Fingerprint.join(Fingerprint.of(role), hash), tokens, Optional.empty(), path);
    }

    private void readField(String key) throws OpenAiRefusedException {
        if (key.equals("role")) {
            role = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
            OpenAiFields.require(
                    ROLES.contains(role),
                    path + ".role",
                    "invalid_value",
                    "Invalid value: '" + role + "'. Supported values are: 'system', 'assistant', 'user', 'function', "
                            + "'tool', and 'developer'.");
            return;
        }
        boolean content = key.equals("content");
        if (content) {
            JsonToken token = parser.currentToken();
            requireType(
                    token == JsonToken.VALUE_STRING || token == JsonToken.START_ARRAY || token == JsonToken.VALUE_NULL,
                    path + ".content",
                    "a string or an array of objects");
            hasContent = token != JsonToken.VALUE_NULL;
        }
        // Where a message has parts, their "text" counts; a string counts as "content".
        ValueReader.Value value =
                ValueReader.read(parser, content ? ValueReader.Counted.TEXTS : ValueReader.Counted.NONE);
        tokens += value.tokens();
        // A sum, for the order of fields means nothing.
        hash += Fingerprint.join(Fingerprint.of(key), value.hash());
    }

    private static void requireType(boolean holds, String param, String expected) throws OpenAiRefusedException {
        if (!holds) {
            throw new OpenAiRefusedException(OpenAiRefusal.wrongType(param, expected));
        }
    }
}
