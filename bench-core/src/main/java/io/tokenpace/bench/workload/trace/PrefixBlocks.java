package io.tokenpace.bench.workload.trace;

import io.tokenpace.bench.draw.Draws;
import io.tokenpace.bench.workload.PromptText;
import io.tokenpace.bench.workload.TextSize;
import java.util.List;

/**
 * The text of a trace's prompts. A block of {@value #TOKENS} tokens has the words that belong to its name, so that prompts
 * share text exactly where the trace shares names, and a prefix cache finds what it found when the trace was taken. What
 * no block covers has words of its own.
 *
 * <p>The border between two blocks lies where their tokens meet, rounded to a whole word: the k-th block ends at word
 * round(512 k / tokens a word), whatever comes before it, so that equal beginnings of names stay equal beginnings of text.
 * What a service counts besides the words is taken off the end.
 */
public final class PrefixBlocks {
    /** The tokens of a block, as Mooncake's traces count them. */
    public static final int TOKENS = 512;

    private static final int CHARS_PER_WORD = 5;

    private final TextSize line;
    private final PromptText blocks;
    private final PromptText remainders;
    private final PromptText samples;

    /**
     * @param stream names the draws: two of one seed with other stream names share no text
     */
    public PrefixBlocks(long seed, String stream) {
        this(
                TextSize.IDENTITY,
                new PromptText(Draws.of(seed, stream + ".blocks")),
                new PromptText(Draws.of(seed, stream + ".remainders")),
                new PromptText(Draws.of(seed, stream + ".samples")));
    }

    private PrefixBlocks(TextSize line, PromptText blocks, PromptText remainders, PromptText samples) {
        this.line = line;
        this.blocks = blocks;
        this.remainders = remainders;
        this.samples = samples;
    }

    /** Returns the same words, as many of them as make the traced sizes by this line. */
    PrefixBlocks sizedBy(TextSize size) {
        return new PrefixBlocks(size, blocks, remainders, samples);
    }

    /** Returns so many words that are in no prompt, nor in a sample of another size. */
    String sample(int words) {
        return samples.of(words, words);
    }

    /** Returns the prompt of a request; the index keeps apart what is shared with no other. */
    public String prompt(TracedRequest request, long index) {
        int words = line.promptWords(request.promptTokens());
        List<Long> names = request.prefixBlocks();
        boolean named = names.size() == most(request.promptTokens());
        StringBuilder text = new StringBuilder(words * CHARS_PER_WORD);
        int written = 0;
        for (int i = 0; i < names.size() && written < words; i++) {
            boolean last = named && i + 1 == names.size();
            int end = last ? words : Math.min(words, (int) Math.round((i + 1.0) * TOKENS / line.tokensPerWord()));
            append(text, blocks.of(end - written, names.get(i)));
            written = end;
        }
        if (written < words) {
            append(text, remainders.of(words - written, index));
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
