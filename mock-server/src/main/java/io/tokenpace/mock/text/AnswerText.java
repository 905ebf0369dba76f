package io.tokenpace.mock.text;

import io.tokenpace.mock.draw.DrawStream;
import io.tokenpace.mock.draw.Mixing;
import io.tokenpace.mock.draw.Purpose;

/**
 * The words of one answer, read once from the first to the last.
 *
 * <p>Every few tokens the answer turns to another topic, which follows from the prompt alone; a prompt is known here by
 * how many tokens it has. So without randomness the same prompt has the same answer, and with it every request key has
 * its own. Nothing is allocated per token.
 */
public final class AnswerText {
    private static final int TOKENS_PER_TOPIC = 3;

    private final DrawStream draws;
    private final int promptTokens;
    private final Sampler sampler;
    private int token;
    private int state;

    /** The answer to the request with this key and this prompt. */
    public AnswerText(long key, int promptTokens, Sampler sampler) {
        this.draws = DrawStream.of(key, Purpose.TEXT);
        this.promptTokens = promptTokens;
        this.sampler = sampler;
    }

    /** Returns the index of the next token in the {@link Vocabulary}. */
    public int next() {
        Choice choice = sampler.choice(state, topic(token / TOKENS_PER_TOPIC));
        int drawn = choice.draw(draws.uniform(token));
        token++;
        state = choice.state(drawn);
        return choice.word(drawn);
    }

    private int topic(int turn) {
        return (int) Long.remainderUnsigned(Mixing.mix(promptTokens, turn), NextTokenTable.TOPICS);
    }
}
