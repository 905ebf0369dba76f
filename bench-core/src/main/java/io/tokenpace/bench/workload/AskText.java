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
    /** A prompt that shares its beginning keeps the last tenth to itself, and never less than this. */
    private static final int FEWEST_OWN_TOKENS = 16;

    private static final int PARTS = 10;

    private final RequestShape shape;
    private final TextSize line;
    private final int systemWords;
    private final Optional<Passage> system;
    private final PromptText beginnings;
    private final PromptText ends;
    private final Draws laterTurns;

    /** @param line how the service counts the words */
    AskText(RequestShape shape, TextSize line, long seed, String stream) {
        this.shape = shape;
        this.line = line;
        systemWords = shape.systemTokens() == 0 ? 0 : Math.max(1, line.words(shape.systemTokens()));
        system = system(seed);
        beginnings = new PromptText(Draws.of(seed, "shared"));
        ends = new PromptText(Draws.of(seed, stream + ".prompts"));
        laterTurns = Draws.of(seed, stream + ".turn_prompts");
    }

    private Optional<Passage> system(long seed) {
        if (systemWords == 0) {
            return Optional.empty();
        }
        String words = new PromptText(Draws.of(seed, "system")).of(systemWords, 0);
        return Optional.of(new Passage(words, shape.promptCache() == PromptCache.EPHEMERAL));
    }

    Ask ask(int promptTokens, int maxTokens, long index) {
        int words = Math.max(1, line.promptWords(promptTokens) - systemWords);
        List<Passage> passages = passages(words, index);
        return new Ask(shape.model(), system, List.of(new Turn(Turn.Role.USER, passages)), maxTokens);
    }

    /** Returns what a user says in a later turn: as much as a prompt of this size has beside the system text. */
    Saying saying(int promptTokens, int maxTokens, long index, int turn) {
        int tokens = promptTokens - shape.systemTokens();
        String words = new PromptText(laterTurns.fork(turn)).of(Math.max(1, line.words(tokens)), index);
        return new Saying(tokens, Turn.user(words), maxTokens);
    }

    private List<Passage> passages(int words, long index) {
        int own = shape.promptCache() == PromptCache.OFF ? words : ownWords(words);
        String end = ends.of(own, index);
        if (own == words) {
            return List.of(Passage.of(end));
        }
        String beginning = beginnings.of(words - own, 0);
        // The space before the end is part of its first token, with or without a border between the two.
        return shape.promptCache() == PromptCache.EPHEMERAL
                ? List.of(new Passage(beginning, true), Passage.of(" " + end))
                : List.of(Passage.of(beginning + " " + end));
    }

    /** Returns how many of the user's words are a request's own. */
    private int ownWords(int words) {
        int fewest = Math.max(1, line.words(FEWEST_OWN_TOKENS));
        return Math.min(words, Math.max(fewest, (words + PARTS - 1) / PARTS));
    }
}
