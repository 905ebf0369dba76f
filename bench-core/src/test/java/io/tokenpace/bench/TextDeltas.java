package io.tokenpace.bench;

import java.nio.charset.StandardCharsets;

/** The bytes that a stream mostly consists of: one word an event, in the shapes that services send. */
public final class TextDeltas {
    private static final String DATA =
            "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\" measured\"}}";

    private static final String CHUNK =
            "{\"id\":\"chatcmpl-0a1b2c3d4e5f60718293a4b5c6d7e8f9\",\"object\":\"chat.completion.chunk\","
                    + "\"created\":1761380917,\"model\":\"meta-llama/Llama-3.1-8B-Instruct\",\"choices\":[{\"index\":0,"
                    + "\"delta\":{\"content\":\" measured\"},\"logprobs\":null,\"finish_reason\":null}],\"usage\":null}";

    private TextDeltas() {}

    /** Returns whole events of Anthropic's API, one after the other. */
    public static byte[] events(int count) {
        return ("event: content_block_delta\ndata: " + DATA + "\n\n")
                .repeat(count)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the data of one event of Anthropic's API. */
    public static byte[] data() {
        return DATA.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the data of one chunk of an OpenAI-compatible service. */
    public static byte[] chunk() {
        return CHUNK.getBytes(StandardCharsets.UTF_8);
    }
}
