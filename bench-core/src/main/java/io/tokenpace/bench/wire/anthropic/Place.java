package io.tokenpace.bench.wire.anthropic;

import io.tokenpace.bench.wire.DocumentPlace;

/** The objects of an event that hold something worth reading. */
enum Place implements DocumentPlace<Place> {
    EVENT,
    MESSAGE,
    CONTENT_BLOCK,
    DELTA,
    USAGE,
    OUTPUT_DETAILS,
    ERROR,
    ELSEWHERE;

    @Override
    public Place property(String name) {
        return switch (this) {
            case EVENT -> ofEvent(name);
            case MESSAGE -> name.equals("usage") ? USAGE : ELSEWHERE;
            case USAGE -> name.equals("output_tokens_details") ? OUTPUT_DETAILS : ELSEWHERE;
            default -> ELSEWHERE;
        };
    }

    @Override
    public Place element() {
        return ELSEWHERE;
    }

    private static Place ofEvent(String name) {
        return switch (name) {
            case "delta" -> DELTA;
            case "usage" -> USAGE;
            case "message" -> MESSAGE;
            case "content_block" -> CONTENT_BLOCK;
            case "error" -> ERROR;
            default -> ELSEWHERE;
        };
    }
}
