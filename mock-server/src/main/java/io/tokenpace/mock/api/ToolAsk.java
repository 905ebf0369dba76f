package io.tokenpace.mock.api;

import io.tokenpace.mock.model.RequestKey;
import java.util.List;
import java.util.Optional;

/**
 * Which tools an answer may call, and whether it must.
 *
 * @param tools the tools to choose from
 * @param forced whether one of them is called without a word before it
 */
record ToolAsk(List<Tool> tools, boolean forced) {
    /** An answer that may but need not call a tool calls one in so many times out of {@value #OUT_OF}. */
    private static final int CALLS = 1;

    private static final int OUT_OF = 2;
    /** Before a call that was not forced, the answer says 0 to 24 words. */
    private static final int MOST_WORDS = 24;

    private static final int WHETHER = 0;
    private static final int WHICH = 1;
    private static final int WORDS = 2;

    ToolAsk {
        tools = List.copyOf(tools);
    }

    /** Draws whether a tool is called, and which. */
    Optional<Tool> called(RequestKey key) {
        if (tools.isEmpty() || (!forced && key.toolDraw(OUT_OF, WHETHER) >= CALLS)) {
            return Optional.empty();
        }
        return Optional.of(tools.get(key.toolDraw(tools.size(), WHICH)));
    }

    /** Draws how many words come before the call. */
    int words(RequestKey key) {
        return forced ? 0 : key.toolDraw(MOST_WORDS + 1, WORDS);
    }
}
