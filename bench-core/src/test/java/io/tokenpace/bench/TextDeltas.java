package io.tokenpace.bench;

import java.nio.charset.StandardCharsets;

/** The bytes that a stream mostly consists of: one word an event, in the shape Anthropic's API sends. */
public final class TextDeltas {
    private static final String DATA =
            "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\" measured\"}}";

    private TextDeltas() {}

    /** Returns whole events, one after the other. */
    public static byte[] events(int count) {
        return ("event: content_block_delta\ndata: " + DATA + "\n\n")
                .repeat(count)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the data of one event. */
    public static byte[] data() {
        return DATA.getBytes(StandardCharsets.UTF_8);
    }
}
