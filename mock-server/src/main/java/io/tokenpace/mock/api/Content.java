package io.tokenpace.mock.api;

import io.tokenpace.mock.model.AnswerLength;
import io.tokenpace.mock.model.Script;
import java.util.List;

/**
 * What an answer says, in its order, and what ended it.
 *
 * @param blocks its parts, at least one
 * @param thinkingTokens how many of its tokens are thinking
 * @param ending what ended it
 * @param <B> such a part
 */
record Content<B extends TokenRun>(List<B> blocks, int thinkingTokens, Ending ending) {
    Content {
        blocks = List.copyOf(blocks);
    }

    int tokens() {
        return blocks.stream().mapToInt(TokenRun::tokens).sum();
    }

    /** What the service model needs to know of the answer: how long it is, and how its tokens leave. */
    Script script() {
        return new Script(
                new AnswerLength(tokens(), !ending.equals(Ending.MAX_TOKENS)),
                blocks.stream().flatMap(block -> block.stretches().stream()).toList());
    }
}
