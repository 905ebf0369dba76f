package io.tokenpace.bench.wire.anthropic;

/** The objects of an event that hold something worth reading. */
enum Place {
    EVENT,
    MESSAGE,
    CONTENT_BLOCK,
    DELTA,
    USAGE,
    OUTPUT_DETAILS,
    ERROR,
    ELSEWHERE;

    /** Returns the place that the object under a property of this one is. */
    Place child(String name) {
        return switch (this) {
            case EVENT -> ofEvent(name);
            case MESSAGE -> name.equals("usage") ? USAGE : ELSEWHERE;
            case USAGE -> name.equals("output_tokens_details") ? OUTPUT_DETAILS : ELSEWHERE;
            default -> ELSEWHERE;
        };
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
