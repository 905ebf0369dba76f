package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;

/** What stands around the text of a {@code content_block_delta} of one type, in the block with one index. */
final class DeltaFraming {
    /** The deltas of a block of text. */
    static final String TEXT = "\"text_delta\",\"text\"";

    /** The deltas of a block of thinking. */
    static final String THINKING = "\"thinking_delta\",\"thinking\"";

    /** The deltas of the input of a tool. */
    static final String INPUT_JSON = "\"input_json_delta\",\"partial_json\"";

    /** The delta at the end of a block of thinking. */
    static final String SIGNATURE = "\"signature_delta\",\"signature\"";

    private static final byte[] AFTER = "\"}}\n\n".getBytes(UTF_8);
    /** More than the length of a chunk and its line ends can take. */
    private static final int CHUNK_BYTES = 16;

    private final byte[] before;

    DeltaFraming(String type, int index) {
        before = before(type, index).getBytes(UTF_8);
    }

    /** Returns a whole event, without the framing of a chunk. */
    static String event(String type, int index, String text) {
        String quoted = JsonText.quoted(text);
        return before(type, index) + quoted.substring(1, quoted.length() - 1) + new String(AFTER, UTF_8);
    }

    private static String before(String type, int index) {
        return "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":" + index
                + ",\"delta\":{\"type\":" + type + ":\"";
    }

    /** Begins a chunk with one delta, whose text takes so many bytes in JSON. */
    void begin(int textBytes, ByteBuf out) {
        Chunk.begin(before.length + textBytes + AFTER.length, out);
        out.writeBytes(before);
    }

    void end(ByteBuf out) {
        out.writeBytes(AFTER);
        Chunk.end(out);
    }

    /** More than a delta takes besides its text. */
    int bytes() {
        return before.length + AFTER.length + CHUNK_BYTES;
    }
}
