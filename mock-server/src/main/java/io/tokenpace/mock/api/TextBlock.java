package io.tokenpace.mock.api;

import io.netty.buffer.ByteBuf;
import io.tokenpace.mock.model.Stretch;
import java.util.List;

/**
 * A text, which may have been cut off before a stop sequence.
 *
 * <p>The tokens in which the sequence was found are held back until it is complete, as a service must; then what they
 * show before it follows, if they do.
 */
final class TextBlock implements ContentBlock {
    private final Words words;
    private final StopMatch cut;

    /** A text of which {@code cut} says how much is shown. */
    TextBlock(Words words, StopMatch cut) {
        this.words = words;
        this.cut = cut;
    }

    @Override
    public int tokens() {
        return cut.tokens();
    }

    @Override
    public List<Stretch> stretches() {
        return cut.stretches();
    }

    @Override
    public String opening(int index) {
        return ServerSentEvent.blockStart(index, "{\"type\":\"text\",\"text\":\"\"}");
    }

    @Override
    public void write(int index, int from, int until, DeltaFrames frames, ByteBuf out) {
        if (until <= cut.wholeWords()) {
            words.write(until - from, frames.text(index), out);
        } else {
            Chunk.write(DeltaFraming.event(DeltaFraming.TEXT, index, cut.rest()), out);
        }
    }

    @Override
    public String closing(int index) {
        return "";
    }

    @Override
    public String whole() {
        return "{\"type\":\"text\",\"text\":" + JsonText.quoted(words.take(cut.wholeWords()) + cut.rest()) + "}";
    }
}
