package io.tokenpace.mock.api;

import java.util.OptionalInt;

/**
 * What a request says about thinking.
 *
 * @param kind whether to think
 * @param budget tokens of thinking at most
 * @param summarized whether the answer shows a summary of the thinking rather than nothing of it
 */
record ThinkingAsk(Kind kind, int budget, boolean summarized) {
    /** Tokens of thinking where the request asks for some and the service does not say how much. */
    static final int DEFAULT_TOKENS = 256;

    /** Whether to think. */
    enum Kind {
        /** Yes. */
        ASKED,
        /** Only if the service does so of itself. */
        UNASKED,
        /** No. */
        NEVER
    }

    /**
     * Returns how many tokens of thinking an answer begins with: what the service would spend, but no more than the
     * budget, nor than three quarters of the whole answer, so that there is room for text.
     */
    int tokens(OptionalInt ofService, int maxTokens) {
        if (kind == Kind.NEVER) {
            return 0;
        }
        int wanted = ofService.orElse(kind == Kind.ASKED ? DEFAULT_TOKENS : 0);
        int room = (int) (maxTokens * 3L / 4);
        return Math.min(wanted, Math.min(budget, room));
    }
}
