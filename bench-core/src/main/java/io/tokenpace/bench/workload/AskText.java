package io.tokenpace.bench.workload;

import io.tokenpace.bench.draw.Draws;
import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.Passage;
import io.tokenpace.bench.wire.Turn;
import java.util.List;
import java.util.Optional;

/**
 * The words of requests: a system text and a beginning that all requests of a seed share, if they are to, and an end of
 * each request's own.
 *
 * <p>Whatever is shared is drawn from the seed alone, so that a warm-up warms the service's cache for the measured part.
 */
final class AskText {
    /** A prompt that shares its beginning keeps the last tenth to itself, and never fewer words than this. */
    private static final int FEWEST_OWN_TOKENS = 16;

    private static final int PARTS = 10;

    private final RequestShape shape;
    private final Optional<Passage> system;
    private final PromptText beginnings;
    private final PromptText ends;
    private final Draws laterTurns;

    AskText(RequestShape shape, long seed, String stream) {
        this.shape = shape;
        system = system(shape, seed);
        beginnings = new PromptText(Draws.of(seed, "shared"));
        ends = new PromptText(Draws.of(seed, stream + ".prompts"));
        laterTurns = Draws.of(seed, stream + ".turn_prompts");
    }

    private static Optional<Passage> system(RequestShape shape, long seed) {
        if (shape.systemTokens() == 0) {
            return Optional.empty();
        }
        String words = new PromptText(Draws.of(seed, "system")).of(shape.systemTokens(), 0);
        return Optional.of(new Passage(words, shape.promptCache() == PromptCache.EPHEMERAL));
    }

    Ask ask(int promptTokens, int maxTokens, long index) {
        List<Passage> passages = passages(promptTokens - shape.systemTokens(), index);
        return new Ask(shape.model(), system, List.of(new Turn(Turn.Role.USER, passages)), maxTokens);
    }

    /** Returns what a user says in a later turn: as much as a prompt of this size has beside the system text. */
    Saying saying(int promptTokens, int maxTokens, long index, int turn) {
        int tokens = promptTokens - shape.systemTokens();
        String words = new PromptText(laterTurns.fork(turn)).of(tokens, index);
        return new Saying(tokens, Turn.user(words), maxTokens);
    }

    private List<Passage> passages(int tokens, long index) {
        int own = shape.promptCache() == PromptCache.OFF ? tokens : ownTokens(tokens);
        String end = ends.of(own, index);
        if (own == tokens) {
            return List.of(Passage.of(end));
        }
        String beginning = beginnings.of(tokens - own, 0);
        // The space before the end is part of its first token, with or without a border between the two.
        return shape.promptCache() == PromptCache.EPHEMERAL
                ? List.of(new Passage(beginning, true), Passage.of(" " + end))
                : List.of(Passage.of(beginning + " " + end));
    }

    /** Returns how many of the user's words are a request's own. */
    static int ownTokens(int tokens) {
        return Math.min(tokens, Math.max(FEWEST_OWN_TOKENS, (tokens + PARTS - 1) / PARTS));
    }
}
