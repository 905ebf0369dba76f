package io.tokenpace.mock.api;

import io.tokenpace.mock.text.TokenCount;
import java.nio.CharBuffer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads a value of any shape where the parser stands: its hash, and the tokens of the strings in it that count. */
final class ValueReader {
    /** Which strings count. */
    enum Counted {
        NONE,
        /** A string in place of content, and the texts of blocks. */
        TEXTS,
        ALL;

        boolean counts(String name) {
            return this == ALL || (this == TEXTS && (name.equals("text") || name.equals("content")));
        }
    }

    /** The hash of a value, and its tokens. */
    record Value(long hash, int tokens) {}

    private ValueReader() {}

    /** Reads the value to its end; a {@code cache_control} anywhere in it leaves no trace. */
    static Value read(JsonParser parser, Counted counted) {
        long hash = 0;
        int tokens = 0;
        int depth = 0;
        do {
            JsonToken token = depth == 0 ? parser.currentToken() : parser.nextToken();
            if (token == JsonToken.PROPERTY_NAME && parser.currentName().equals("cache_control")) {
                parser.nextToken();
                parser.skipChildren();
                continue;
            }
            hash = Fingerprint.join(hash, token.id());
            if (token == JsonToken.PROPERTY_NAME) {
                hash = Fingerprint.join(hash, Fingerprint.of(parser.currentName()));
            } else if (token.isScalarValue()) {
                CharBuffer text = string(parser);
                hash = Fingerprint.join(hash, Fingerprint.of(text));
                String name = parser.currentName();
                boolean counts = counted.counts(name == null ? "" : name);
                tokens += token == JsonToken.VALUE_STRING && counts ? TokenCount.of(text) : 0;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        } while (depth > 0);
        return new Value(hash, tokens);
    }

    /** Returns the string where the parser stands, as long as the parser stays there. */
    static CharBuffer string(JsonParser parser) {
        return CharBuffer.wrap(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    }
}
