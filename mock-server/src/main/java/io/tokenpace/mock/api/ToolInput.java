package io.tokenpace.mock.api;

import io.tokenpace.mock.model.RequestKey;
import io.tokenpace.mock.text.TokenPieces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The input of one call of a tool: a JSON text that fits the tool's schema, its tokens, and where its keys and values
 * part.
 *
 * <p>The opening brace belongs to the first pair, the closing one to the last; an input without any is one pair.
 */
final class ToolInput {
    private final String json;
    private final int[] tokenEnds;
    /** Where each pair ends, in characters. */
    private final int[] pairEnds;

    private ToolInput(String json, int[] pairEnds) {
        this.json = json;
        this.tokenEnds = TokenPieces.ends(json);
        this.pairEnds = pairEnds;
    }

    /** Draws an input for a tool with this schema. */
    static ToolInput of(JsonNode schema, RequestKey key) {
        SchemaValues values = new SchemaValues(key);
        StringBuilder json = new StringBuilder("{");
        List<Integer> pairEnds = new ArrayList<>();
        for (String name : SchemaValues.properties(schema)) {
            values.writePair(name, schema.path("properties").path(name), pairEnds.isEmpty(), json);
            pairEnds.add(json.length());
        }
        json.append('}');
        if (pairEnds.isEmpty()) {
            pairEnds.add(json.length());
        } else {
            pairEnds.set(pairEnds.size() - 1, json.length());
        }
        return new ToolInput(
                json.toString(), pairEnds.stream().mapToInt(Integer::intValue).toArray());
    }

    int tokens() {
        return tokenEnds.length;
    }

    /** Returns the text of one token. */
    String piece(int token) {
        return json.substring(token == 0 ? 0 : tokenEnds[token - 1], tokenEnds[token]);
    }

    int pairs() {
        return pairEnds.length;
    }

    /** Returns how many tokens there are up to the end of {@code pair}, where a token always ends. */
    int tokensThrough(int pair) {
        return Arrays.binarySearch(tokenEnds, pairEnds[pair]) + 1;
    }

    /** Returns the JSON of the pairs that are complete after so many tokens. */
    String completeWithin(int tokens) {
        if (tokens >= tokens()) {
            return json;
        }
        int end = 0;
        for (int pair = 0; tokensThrough(pair) <= tokens; pair++) {
            end = pairEnds[pair];
        }
        return end == 0 ? "{}" : json.substring(0, end) + "}";
    }
}
