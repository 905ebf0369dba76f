package io.tokenpace.bench.outcome;

import java.util.Locale;

/** Why the service stopped writing. */
public enum StopReason {
    END_TURN,
    MAX_TOKENS,
    STOP_SEQUENCE,
    TOOL_USE,
    PAUSE_TURN,
    REFUSAL,
    MODEL_CONTEXT_WINDOW_EXCEEDED,
    /** A reason this version does not know. */
    OTHER,
    /** The service gave none. */
    NONE;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** Returns the name used in files and tables, which is Anthropic's own. */
    public String label() {
        return label;
    }

    /** Reads Anthropic's {@code stop_reason}. */
    public static StopReason ofLabel(String label) {
        for (StopReason reason : values()) {
            if (reason.label.equals(label)) {
                return reason;
            }
        }
        return OTHER;
    }

    /** Reads the {@code finish_reason} of APIs in OpenAI's manner; some of TGI's are among them. */
    public static StopReason ofFinishReason(String reason) {
        return switch (reason) {
            case "stop", "eos_token" -> END_TURN;
            case "length" -> MAX_TOKENS;
            case "stop_sequence" -> STOP_SEQUENCE;
            case "tool_calls", "function_call" -> TOOL_USE;
            case "content_filter" -> REFUSAL;
            default -> OTHER;
        };
    }
}
