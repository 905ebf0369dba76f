package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.tokenpace.mock.model.RequestKey;
import io.tokenpace.mock.model.Stretch;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of a tool, whose input is streamed as the pieces of its JSON text.
 *
 * <p>By default every key is held back until its value is complete, and both then come in a burst of deltas of
 * {@value #TOKENS_PER_DELTA} tokens; a tool with {@code eager_input_streaming} gets its tokens as they come.
 */
final class ToolUseBlock implements ContentBlock {
    private static final int TOKENS_PER_DELTA = 4;

    private final Tool tool;
    private final String id;
    private final ToolInput input;
    private final int tokens;
    /** The bytes of the input as they stand within a JSON string, and where each token ends in them. */
    private final byte[] json;

    private final int[] ends;

    /** A call whose input is cut off after {@code tokens} at most. */
    ToolUseBlock(Tool tool, RequestKey key, ToolInput input, int tokens) {
        this.tool = tool;
        this.id = Identifiers.toolUse(key);
        this.input = input;
        this.tokens = Math.min(tokens, input.tokens());
        StringBuilder escaped = new StringBuilder();
        ends = new int[this.tokens];
        int bytes = 0;
        for (int token = 0; token < ends.length; token++) {
            String quoted = JsonText.quoted(input.piece(token));
            String piece = quoted.substring(1, quoted.length() - 1);
            escaped.append(piece);
            bytes += piece.getBytes(UTF_8).length;
            ends[token] = bytes;
        }
        json = escaped.toString().getBytes(UTF_8);
    }

    /** Whether its input is all there. */
    boolean isComplete() {
        return tokens == input.tokens();
    }

    @Override
    public int tokens() {
        return tokens;
    }

    @Override
    public List<Stretch> stretches() {
        if (tool.eager()) {
            return List.of(Stretch.apart(tokens));
        }
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (int pair = 0; pair < input.pairs() && from < tokens; pair++) {
            int until = Math.min(tokens, input.tokensThrough(pair));
            stretches.add(Stretch.together(until - from));
            from = until;
        }
        return stretches;
    }

    @Override
    public String opening(int index) {
        String block = "{\"type\":\"tool_use\",\"id\":\"" + id + "\",\"name\":" + JsonText.quoted(tool.name())
                + ",\"input\":{},\"caller\":{\"type\":\"direct\"}}";
        return ServerSentEvent.blockStart(index, block) + DeltaFraming.event(DeltaFraming.INPUT_JSON, index, "");
    }

    @Override
    public void write(int index, int from, int until, DeltaFrames frames, ByteBuf out) {
        DeltaFraming framing = frames.inputJson(index);
        int step = tool.eager() ? until - from : TOKENS_PER_DELTA;
        for (int token = from; token < until; token += step) {
            int start = token == 0 ? 0 : ends[token - 1];
            int length = ends[Math.min(until, token + step) - 1] - start;
            framing.begin(length, out);
            out.writeBytes(json, start, length);
            framing.end(out);
        }
    }

    @Override
    public String closing(int index) {
        return "";
    }

    @Override
    public String whole() {
        return "{\"type\":\"tool_use\",\"id\":\"" + id + "\",\"name\":" + JsonText.quoted(tool.name()) + ",\"input\":"
                + input.completeWithin(tokens) + ",\"caller\":{\"type\":\"direct\"}}";
    }
}
