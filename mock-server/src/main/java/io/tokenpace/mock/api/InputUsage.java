package io.tokenpace.mock.api;

/**
 * How the tokens of a prompt are accounted for.
 *
 * @param fresh tokens after the last breakpoint, or all if nothing is cached
 * @param read tokens found in the cache
 * @param fiveMinutes tokens written to the cache for five minutes
 * @param oneHour tokens written to the cache for an hour
 */
public record InputUsage(int fresh, int read, int fiveMinutes, int oneHour) {
    public InputUsage {
        if (fresh < 0 || read < 0 || fiveMinutes < 0 || oneHour < 0) {
            throw new IllegalArgumentException(
                    "usage (" + fresh + ", " + read + ", " + fiveMinutes + ", " + oneHour + ") must not be negative");
        }
    }

    /** A prompt that has nothing to do with the cache. */
    public static InputUsage uncached(int promptTokens) {
        return new InputUsage(promptTokens, 0, 0, 0);
    }

    /** The tokens that the model has to work through. */
    public int uncached() {
        return fresh + written();
    }

    private int written() {
        return fiveMinutes + oneHour;
    }

    /** Writes the counts that both ends of a stream carry. */
    String counts() {
        return "\"input_tokens\":" + fresh + ",\"cache_creation_input_tokens\":" + written()
                + ",\"cache_read_input_tokens\":" + read;
    }

    /** Writes what was put into the cache, by its time to live. */
    String creation() {
        return "\"cache_creation\":{\"ephemeral_5m_input_tokens\":" + fiveMinutes + ",\"ephemeral_1h_input_tokens\":"
                + oneHour + "}";
    }
}
