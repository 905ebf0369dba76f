package io.tokenpace.mock.api;

import io.tokenpace.mock.text.TokenCount;
import java.nio.CharBuffer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Counts the tokens of a content where the parser stands: a string, or a list of blocks of which some hold text. */
final class ContentReader {
    private ContentReader() {}

    /** Reads the content at {@code path} to its end; blocks other than text count nothing. */
    static int countTokens(JsonParser parser, String path) throws RefusedException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return countString(parser);
        }
        Refusal.require(
                parser.currentToken() == JsonToken.START_ARRAY, path + ": Input should be a valid string or list");
        int tokens = 0;
        for (int block = 0; parser.nextToken() != JsonToken.END_ARRAY; block++) {
            tokens += countBlock(parser, path + "." + block);
        }
        return tokens;
    }

    private static int countBlock(JsonParser parser, String path) throws RefusedException {
        Refusal.require(parser.currentToken() == JsonToken.START_OBJECT, path + ": Input should be an object");
        String type = "";
        int tokens = -1;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (key.equals("type") && value == JsonToken.VALUE_STRING) {
                type = parser.getString();
            } else if (key.equals("text") && value == JsonToken.VALUE_STRING) {
                tokens = countString(parser);
            } else {
                parser.skipChildren();
            }
        }
        Refusal.require(!type.isEmpty(), path + ".type: Field required");
        Refusal.require(tokens >= 0 || !type.equals("text"), path + ".text: Field required");
        return type.equals("text") ? tokens : 0;
    }

    private static int countString(JsonParser parser) {
        return TokenCount.of(
                CharBuffer.wrap(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength()));
    }
}
