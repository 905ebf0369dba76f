package io.tokenpace.mock.truth;

/**
 * What one request was about, in the figures that a service would charge it by.
 *
 * @param api {@code anthropic}, {@code openai-chat} or {@code openai-completions}; {@code openai} where nobody looked
 * @param model the model that it named; of a name that is longer the first {@value #MODEL_CHARS} characters, because as
 *     many accounts are kept as requests
 * @param promptTokens tokens counted in the prompt
 * @param cachedTokens those of them that were found in the cache
 * @param maxTokens tokens asked for at most
 * @param thinkingTokens tokens of the answer that are thinking
 * @param streamed whether it was answered as a stream; if not, the whole answer is one event
 */
public record Account(
        String api,
        String model,
        int promptTokens,
        int cachedTokens,
        int maxTokens,
        int thinkingTokens,
        boolean streamed) {
    private static final int MODEL_CHARS = 256;

    public Account {
        model = model.substring(0, Math.min(MODEL_CHARS, model.length()));
        if (cachedTokens > promptTokens) {
            throw new IllegalArgumentException(
                    "cachedTokens (" + cachedTokens + ") must be at most promptTokens (" + promptTokens + ")");
        }
    }
}
