package io.tokenpace.bench.wire.openai;

import io.tokenpace.bench.wire.DocumentPlace;

/** The objects of a chunk, or of a whole completion, that hold something worth reading. */
enum ChunkPlace implements DocumentPlace<ChunkPlace> {
    CHUNK,
    CHOICES,
    CHOICE,
    /** What a choice says: the {@code delta} of a stream, or the {@code message} of a whole chat. */
    MESSAGE,
    TOOL_CALLS,
    TOOL_CALL,
    FUNCTION,
    USAGE,
    PROMPT_DETAILS,
    COMPLETION_DETAILS,
    ERROR,
    ELSEWHERE;

    @Override
    public ChunkPlace property(String name) {
        return switch (this) {
            case CHUNK -> ofChunk(name);
            case CHOICE -> name.equals("delta") || name.equals("message") ? MESSAGE : ELSEWHERE;
            case MESSAGE -> ofMessage(name);
            case TOOL_CALL -> name.equals("function") ? FUNCTION : ELSEWHERE;
            case USAGE -> ofUsage(name);
            default -> ELSEWHERE;
        };
    }

    @Override
    public ChunkPlace element() {
        return switch (this) {
            case CHOICES -> CHOICE;
            case TOOL_CALLS -> TOOL_CALL;
            default -> ELSEWHERE;
        };
    }

    private static ChunkPlace ofChunk(String name) {
        return switch (name) {
            case "choices" -> CHOICES;
            case "usage" -> USAGE;
            case "error" -> ERROR;
            default -> ELSEWHERE;
        };
    }

    /** One call at a time is how the API began, and how some services still write it. */
    private static ChunkPlace ofMessage(String name) {
        return switch (name) {
            case "tool_calls" -> TOOL_CALLS;
            case "function_call" -> FUNCTION;
            default -> ELSEWHERE;
        };
    }

    private static ChunkPlace ofUsage(String name) {
        return switch (name) {
            case "prompt_tokens_details" -> PROMPT_DETAILS;
            case "completion_tokens_details" -> COMPLETION_DETAILS;
            default -> ELSEWHERE;
        };
    }
}
