package io.tokenpace.bench.workload.trace;

import io.tokenpace.bench.draw.Draws;
import io.tokenpace.bench.workload.PromptText;

/**
 * The text of a trace's prompts. A block of {@value #TOKENS} tokens has the words that belong to its name, so that prompts
 * share text exactly where the trace shares names, and a prefix cache finds what it found when the trace was taken. What
 * no block covers has words of its own.
 */
public final class PrefixBlocks {
    /** The tokens of a block, as Mooncake's traces count them. */
    public static final int TOKENS = 512;

    private static final int CHARS_PER_TOKEN = 6;

    private final PromptText blocks;
    private final PromptText remainders;

    /**
     * @param stream names the draws: two of one seed with other stream names share no text
     */
    public PrefixBlocks(long seed, String stream) {
        blocks = new PromptText(Draws.of(seed, stream + ".blocks"));
        remainders = new PromptText(Draws.of(seed, stream + ".remainders"));
    }

    /** Returns the prompt of a request; the index keeps apart what is shared with no other. */
    public String prompt(TracedRequest request, long index) {
        StringBuilder text = new StringBuilder(request.promptTokens() * CHARS_PER_TOKEN);
        int missing = request.promptTokens();
        for (long block : request.prefixBlocks()) {
            int tokens = Math.min(TOKENS, missing);
            append(text, blocks.of(tokens, block));
            missing -= tokens;
        }
        if (missing > 0) {
            append(text, remainders.of(missing, index));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String words) {
        if (!text.isEmpty()) {
            text.append(' ');
        }
        text.append(words);
    }

    /** Returns how many blocks a prompt can have: as many as it begins. */
    static int most(int promptTokens) {
        return (promptTokens - 1) / TOKENS + 1;
    }
}
