package io.tokenpace.mock.api;

import io.netty.buffer.ByteBuf;
import io.tokenpace.mock.model.Timeline;
import java.util.List;

/**
 * Writes the events of one streamed answer, chunk framing included.
 *
 * <p>Event 0 is {@code message_start}, the first {@code content_block_start} and the first {@code ping}; then come the
 * {@code content_block_delta}s, each with a token or several; the last event is the last {@code content_block_stop},
 * {@code message_delta} and {@code message_stop}. Where one block ends and another begins, the last token of the one
 * brings the {@code content_block_stop} and the next {@code content_block_start} with it.
 */
public final class MessageStream implements AnswerStream {
    /** Room for the first or the last event, but for the model's name. */
    private static final int EDGE_BYTES = 1_024;

    /** Tokens that are not shown need no room, so an estimate beyond this is not believed. */
    private static final int MOST_LIKELY_BYTES = 256 * 1_024;

    private static final String PING = ServerSentEvent.of("ping", "{\"type\": \"ping\"}");

    private final Answer answer;
    private final List<ContentBlock> blocks;
    private final Timeline timeline;
    private final DeltaFrames frames;

    /** Writes {@code answer} in the events of {@code timeline}. */
    public MessageStream(Answer answer, Timeline timeline, DeltaFrames frames) {
        this.answer = answer;
        this.blocks = answer.blocks();
        this.timeline = timeline;
        this.frames = frames;
    }

    @Override
    public int likelyBytes(int from, int until) {
        int tokens = timeline.tokensThrough(until - 1) - timeline.tokensThrough(Math.max(0, from - 1));
        return (int) Math.min(MOST_LIKELY_BYTES, EDGE_BYTES + frames.likelyBytes(until - from, tokens));
    }

    @Override
    public void write(int event, ByteBuf out) {
        if (event == 0) {
            Chunk.write(start(), out);
        } else if (event < timeline.events() - 1) {
            writeTokens(timeline.tokensThrough(event - 1), timeline.tokensThrough(event), out);
        } else {
            Chunk.write(end(), out);
        }
    }

    @Override
    public void writePing(ByteBuf out) {
        Chunk.write(PING, out);
    }

    /** Writes tokens of one block, for no event carries those of two. */
    private void writeTokens(int from, int until, ByteBuf out) {
        int index = 0;
        int first = 0;
        while (first + blocks.get(index).tokens() <= from) {
            first += blocks.get(index).tokens();
            index++;
        }
        blocks.get(index).write(index, from - first, until - first, frames, out);
        if (until - first == blocks.get(index).tokens() && index + 1 < blocks.size()) {
            Chunk.write(stop(index) + blocks.get(index + 1).opening(index + 1), out);
        }
    }

    private String start() {
        String messageStart = "{\"type\":\"message_start\",\"message\":{" + answer.identity()
                + ",\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,\"stop_details\":null,\"usage\":{"
                + answer.inputUsage() + "," + answer.cacheCreation()
                + ",\"output_tokens\":1,\"service_tier\":\"standard\",\"inference_geo\":\"global\"}"
                + ",\"diagnostics\":null}}";
        return ServerSentEvent.of("message_start", messageStart) + blocks.get(0).opening(0) + PING;
    }

    private String end() {
        String messageDelta = "{\"type\":\"message_delta\",\"delta\":{" + answer.ending()
                + ",\"container\":null},\"usage\":{" + answer.inputUsage() + "," + answer.outputUsage() + "}}";
        return stop(blocks.size() - 1)
                + ServerSentEvent.of("message_delta", messageDelta)
                + ServerSentEvent.of("message_stop", "{\"type\":\"message_stop\"}");
    }

    private String stop(int index) {
        return blocks.get(index).closing(index)
                + ServerSentEvent.of("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":" + index + "}");
    }
}
