package io.tokenpace.mock.api;

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
    private final EscapedInput escaped;

    /** A call whose input is cut off after {@code tokens}, if it is longer. */
    ToolUseBlock(Tool tool, RequestKey key, ToolInput input, int tokens) {
        this.tool = tool;
        this.id = Identifiers.toolUse(key);
        this.input = input;
        this.tokens = tokens;
        this.escaped = new EscapedInput(input, tokens);
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
            int end = Math.min(until, token + step);
            framing.begin(escaped.bytes(token, end), out);
            escaped.write(token, end, out);
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
