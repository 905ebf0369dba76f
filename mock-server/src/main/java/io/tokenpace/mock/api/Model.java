package io.tokenpace.mock.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one model allows.
 *
 * @param id its name
 * @param aliases its other names
 * @param displayName its name for people
 * @param createdAt when it was released; the epoch if that is not known
 * @param maxInputTokens tokens of a prompt at most
 * @param maxTokens tokens of an answer at most
 * @param sampling which sampling parameters it takes
 * @param thinking which types of thinking it takes
 * @param thinksAtTopEffort whether thinking cannot be disabled at the two highest efforts
 * @param showsThinking whether an answer shows a summary of its thinking unless the request says otherwise
 * @param prefill whether a conversation may end with an assistant message
 * @param systemMessages whether messages may have the role {@code system}
 * @param cacheMinimum the smallest prefix that is cached, in tokens
 */
record Model(
        String id,
        List<String> aliases,
        String displayName,
        Instant createdAt,
        int maxInputTokens,
        int maxTokens,
        SamplingRule sampling,
        Set<ThinkingMode> thinking,
        boolean thinksAtTopEffort,
        boolean showsThinking,
        boolean prefill,
        boolean systemMessages,
        int cacheMinimum) {
    private static final int PERMISSIVE_MAX_TOKENS = 128_000;
    private static final int PERMISSIVE_CACHE_MINIMUM = 1_024;

    Model {
        aliases = List.copyOf(aliases);
        thinking = Set.copyOf(thinking);
        requirePositive("maxInputTokens", maxInputTokens);
        requirePositive("maxTokens", maxTokens);
        requirePositive("cacheMinimum", cacheMinimum);
    }

    /** A model that nothing is known of: everything goes. */
    static Model permissive(String id) {
        return new Model(
                id,
                List.of(),
                id,
                Instant.EPOCH,
                Integer.MAX_VALUE,
                PERMISSIVE_MAX_TOKENS,
                SamplingRule.FREE,
                Set.of(ThinkingMode.values()),
                false,
                true,
                true,
                true,
                PERMISSIVE_CACHE_MINIMUM);
    }

    Stream<String> names() {
        return Stream.concat(Stream.of(id), aliases.stream());
    }

    boolean alwaysThinks() {
        return !thinking.contains(ThinkingMode.DISABLED);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " (" + value + ") must be at least 1");
        }
    }
}
