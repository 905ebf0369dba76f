package io.tokenpace.bench.wire;

/**
 * What one request asks of the service, in no format's words.
 *
 * @param model the model's name
 * @param prompt the user's message
 * @param maxTokens the most tokens the answer may have
 */
public record Ask(String model, String prompt, int maxTokens) {
    public Ask {
        if (model.isBlank()) {
            throw new IllegalArgumentException("model must not be blank");
        }
        if (maxTokens <= 0) {
            throw new IllegalArgumentException("maxTokens (" + maxTokens + ") must be positive");
        }
    }
}
