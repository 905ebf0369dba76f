package io.tokenpace.bench.wire.openai;

import io.tokenpace.bench.wire.ParsedText;
import tools.jackson.core.JsonParser;

/**
 * The error in a chunk or in the body of a refusal, in whichever form the service has: OpenAI's {@code error} object,
 * TGI's {@code error} and {@code error_type}, older vLLM's {@code "object": "error"} with its {@code message}, or
 * FastAPI's {@code detail}.
 */
final class ChunkError {
    private static final String ABSENT = "";

    private boolean present;
    private String type = ABSENT;
    private String code = ABSENT;
    private String message = ABSENT;

    void clear() {
        present = false;
        type = ABSENT;
        code = ABSENT;
        message = ABSENT;
    }

    /** Enters an error object. */
    void begin() {
        present = true;
    }

    void set(ChunkPlace place, String name, JsonParser parser) {
        if (place == ChunkPlace.ERROR) {
            setInside(name, parser);
        } else {
            setOutside(name, parser);
        }
    }

    private void setInside(String name, JsonParser parser) {
        switch (name) {
            case "type" -> type = parser.getString();
            case "code" -> code = parser.getString();
            case "message" -> message = parser.getString();
            default -> {}
        }
    }

    private void setOutside(String name, JsonParser parser) {
        switch (name) {
            case "object" -> present |= ParsedText.is(parser, "error");
            case "error" -> {
                present = true;
                message = parser.getString();
            }
            case "error_type", "type" -> type = parser.getString();
            case "message", "detail" -> message = parser.getString();
            default -> {}
        }
    }

    boolean isPresent() {
        return present;
    }

    /** Returns the type, or else the code, and the message in one line; empty where there is no message. */
    String text() {
        String kind = type.isEmpty() ? code : type;
        return kind.isEmpty() || message.isEmpty() ? kind + message : kind + ": " + message;
    }
}
