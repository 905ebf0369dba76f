package io.tokenpace.mock.api;

import io.netty.buffer.ByteBuf;
import io.tokenpace.mock.model.RequestKey;
import io.tokenpace.mock.model.Stretch;
import java.util.List;

/**
 * The thinking before an answer, shown in summary or not at all.
 *
 * <p>The summary has one word for every {@value #TOKENS_PER_WORD} tokens of thinking begun, so a delta is worth so many
 * tokens or a multiple of them. Thinking that is not shown is silent until all of it is done, and then sends its
 * signature.
 */
final class ThinkingBlock implements ContentBlock {
    static final int TOKENS_PER_WORD = 4;

    private final int tokens;
    private final boolean summarized;
    private final Words words;
    private final String signature;

    ThinkingBlock(int tokens, boolean summarized, Words words, RequestKey key) {
        this.tokens = tokens;
        this.summarized = summarized;
        this.words = words;
        this.signature = Identifiers.signature(key);
    }

    @Override
    public int tokens() {
        return tokens;
    }

    @Override
    public List<Stretch> stretches() {
        return List.of(summarized ? new Stretch(tokens, TOKENS_PER_WORD) : Stretch.together(tokens));
    }

    @Override
    public String opening(int index) {
        return ServerSentEvent.blockStart(index, "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}");
    }

    @Override
    public void write(int index, int from, int until, DeltaFrames frames, ByteBuf out) {
        if (summarized) {
            words.write(words(until - from), frames.thinking(), out);
        }
    }

    private static int words(int tokens) {
        return (tokens + TOKENS_PER_WORD - 1) / TOKENS_PER_WORD;
    }

    @Override
    public String closing(int index) {
        return DeltaFraming.event(DeltaFraming.SIGNATURE, index, signature);
    }

    @Override
    public String whole() {
        String thinking = summarized ? words.take(words(tokens)) : "";
        return "{\"type\":\"thinking\",\"thinking\":" + JsonText.quoted(thinking) + ",\"signature\":\"" + signature
                + "\"}";
    }
}
