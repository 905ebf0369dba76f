package io.tokenpace.bench.wire;

import java.util.List;
import java.util.Optional;

/**
 * What one request asks of the service, in no format's words.
 *
 * @param model the model's name
 * @param system what the model is told before anybody speaks, if anything
 * @param turns what was said so far, at least one; the last one is the user's
 * @param maxTokens the most tokens the answer may have
 */
public record Ask(String model, Optional<Passage> system, List<Turn> turns, int maxTokens) {
    public Ask {
        if (model.isBlank()) {
            throw new IllegalArgumentException("model must not be blank");
        }
        if (maxTokens <= 0) {
            throw new IllegalArgumentException("maxTokens (" + maxTokens + ") must be positive");
        }
        if (turns.isEmpty() || turns.get(turns.size() - 1).role() != Turn.Role.USER) {
            throw new IllegalArgumentException("turns (" + turns.size() + ") must end with one of the user's");
        }
        turns = List.copyOf(turns);
    }

    /** Returns a request with nothing but the user's message. */
    public static Ask of(String model, String prompt, int maxTokens) {
        return new Ask(model, Optional.empty(), List.of(Turn.user(prompt)), maxTokens);
    }
}
