package io.tokenpace.mock.api;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads a content where the parser stands: a string, or a list of blocks. */
final class ContentReader {
    private ContentReader() {}

    /** Reads the content at {@code path} to its end; an empty string is no block. */
    static List<BlockReader.Block> read(JsonParser parser, String path) throws RefusedException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getStringLength() == 0 ? List.of() : List.of(BlockReader.readString(parser, path));
        }
        Refusal.require(
                parser.currentToken() == JsonToken.START_ARRAY, path + ": Input should be a valid string or list");
        List<BlockReader.Block> blocks = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            blocks.add(BlockReader.read(parser, path + "." + blocks.size()));
        }
        return blocks;
    }
}
