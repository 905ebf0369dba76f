package io.tokenpace.mock.api;

import io.tokenpace.mock.text.TokenCount;
import java.nio.CharBuffer;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one block of content, in whatever order its fields come. */
final class BlockReader {
    private static final long TEXT = Fingerprint.of("text");

    private final JsonParser parser;
    private final String path;
    private String type = "";
    private long fields;
    private long textHash;
    private int textTokens = -1;
    private int resultTokens;
    private boolean emptyText;
    private boolean citations;
    private Optional<CacheTtl> cached = Optional.empty();

    /** A block, its type, and whether it is a text with citations. */
    record Block(PromptBlock prompt, String type, boolean cites) {}

    private BlockReader(JsonParser parser, String path) {
        this.parser = parser;
        this.path = path;
    }

    static Block read(JsonParser parser, String path) throws RefusedException {
        return new BlockReader(parser, path).block();
    }

    /** Reads a string that stands in place of a single block of text. */
    static Block readString(JsonParser parser, String path) {
        CharBuffer text = ValueReader.string(parser);
        long hash = Fingerprint.join(TEXT, Fingerprint.of(text));
        return new Block(new PromptBlock(hash, TokenCount.of(text), Optional.empty(), path), "text", false);
    }

    private Block block() throws RefusedException {
        Refusal.require(parser.currentToken() == JsonToken.START_OBJECT, path + ": Input should be an object");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            readField(key);
        }
        Refusal.require(!type.isEmpty(), path + ".type: Field required");
        if (!type.equals("text")) {
            int tokens = type.equals("tool_result") ? resultTokens : 0;
            return new Block(
                    new PromptBlock(Fingerprint.join(Fingerprint.of(type), fields), tokens, cached, path), type, false);
        }
        Refusal.require(textTokens >= 0, path + ".text: Field required");
        Refusal.require(!emptyText, "messages: text content blocks must be non-empty");
        return new Block(new PromptBlock(Fingerprint.join(TEXT, textHash), textTokens, cached, path), type, citations);
    }

    private void readField(String key) throws RefusedException {
        boolean string = parser.currentToken() == JsonToken.VALUE_STRING;
        if (key.equals("type") && string) {
            type = parser.getString();
        } else if (key.equals("text") && string) {
            CharBuffer text = ValueReader.string(parser);
            textHash = Fingerprint.of(text);
            textTokens = TokenCount.of(text);
            emptyText = text.isEmpty();
        } else if (key.equals("cache_control")) {
            cached = CacheControl.read(parser.readValueAsTree(), path + ".cache_control");
        } else if (key.equals("citations") && parser.currentToken() == JsonToken.START_ARRAY) {
            citations = parser.readValueAsTree().size() > 0;
        } else {
            ValueReader.Counted counted = key.equals("content") ? ValueReader.Counted.TEXTS : ValueReader.Counted.NONE;
            ValueReader.Value value = ValueReader.read(parser, counted);
            resultTokens += value.tokens();
            // A sum, for the order of fields means nothing.
            fields += Fingerprint.join(Fingerprint.of(key), value.hash());
        }
    }
}
