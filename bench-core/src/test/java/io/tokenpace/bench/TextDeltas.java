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

    private static final String COMPLETION =
            "{\"id\":\"cmpl-0a1b2c3d4e5f60718293a4b5c6d7e8f9\",\"object\":\"text_completion\","
                    + "\"created\":1761380917,\"model\":\"meta-llama/Llama-3.1-8B\",\"choices\":[{\"index\":0,"
                    + "\"text\":\" measured\",\"logprobs\":null,\"finish_reason\":null,\"stop_reason\":null}],"
                    + "\"usage\":null}";

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

    /** Returns the data of such a chunk that belongs to one of many streams, each of which has an id of its own. */
    public static byte[] chunk(int stream) {
        return CHUNK.replace("0a1b2c3d", String.format("%08x", stream)).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns whole events of a chat of an OpenAI-compatible service, one after the other. */
    public static byte[] chunks(int count) {
        return ("data: " + CHUNK + "\n\n").repeat(count).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns whole events of a text completion of such a service, one after the other. */
    public static byte[] completions(int count) {
        return ("data: " + COMPLETION + "\n\n").repeat(count).getBytes(StandardCharsets.UTF_8);
    }
}
