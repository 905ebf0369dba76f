package io.tokenpace.mock.api;

import io.netty.buffer.ByteBuf;
import io.tokenpace.mock.model.Timeline;

/**
 * Writes the events of one streamed answer, chunk framing included.
 *
 * <p>Event 0 is {@code message_start}, {@code content_block_start} and the first {@code ping}; then comes one
 * {@code content_block_delta} after another, each with a token or several; the last event is
 * {@code content_block_stop}, {@code message_delta} and {@code message_stop}.
 */
public final class MessageStream implements AnswerStream {
    /** Room for the first or the last event, but for the model's name. */
    private static final int EDGE_BYTES = 1_024;

    private static final String PING = ServerSentEvent.of("ping", "{\"type\": \"ping\"}");

    private final Answer answer;
    private final Timeline timeline;
    private final DeltaFrames frames;
    private int[] words = new int[1];

    /** Writes {@code answer} in the events of {@code timeline}. */
    public MessageStream(Answer answer, Timeline timeline, DeltaFrames frames) {
        this.answer = answer;
        this.timeline = timeline;
        this.frames = frames;
    }

    @Override
    public int likelyBytes(int from, int until) {
        int tokens = timeline.tokensThrough(until - 1) - timeline.tokensThrough(Math.max(0, from - 1));
        return EDGE_BYTES + frames.likelyBytes(until - from, tokens);
    }

    @Override
    public void write(int event, ByteBuf out) {
        if (event == 0) {
            Chunk.write(start(), out);
        } else if (event < timeline.events() - 1) {
            writeDelta(timeline.tokensThrough(event) - timeline.tokensThrough(event - 1), out);
        } else {
            Chunk.write(end(), out);
        }
    }

    @Override
    public void writePing(ByteBuf out) {
        Chunk.write(PING, out);
    }

    private void writeDelta(int count, ByteBuf out) {
        if (count > words.length) {
            words = new int[count];
        }
        for (int i = 0; i < count; i++) {
            words[i] = answer.text().next();
        }
        frames.write(words, count, out);
    }

    private String start() {
        String messageStart = "{\"type\":\"message_start\",\"message\":{" + answer.identity()
                + ",\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,\"stop_details\":null,\"usage\":{"
                + answer.inputUsage()
                + "," + answer.input().creation()
                + ",\"output_tokens\":1,\"service_tier\":\"standard\",\"inference_geo\":\"global\"}"
                + ",\"diagnostics\":null}}";
        return ServerSentEvent.of("message_start", messageStart)
                + ServerSentEvent.of(
                        "content_block_start",
                        "{\"type\":\"content_block_start\",\"index\":0,"
                                + "\"content_block\":{\"type\":\"text\",\"text\":\"\"}}")
                + PING;
    }

    private String end() {
        String messageDelta = "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"" + answer.stopReason()
                + "\",\"stop_sequence\":null,\"stop_details\":null,\"container\":null},\"usage\":{"
                + answer.inputUsage()
                + ",\"output_tokens\":" + answer.tokens() + ",\"output_tokens_details\":{\"thinking_tokens\":0}}}";
        return ServerSentEvent.of("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}")
                + ServerSentEvent.of("message_delta", messageDelta)
                + ServerSentEvent.of("message_stop", "{\"type\":\"message_stop\"}");
    }
}
