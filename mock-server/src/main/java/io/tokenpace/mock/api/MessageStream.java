package io.tokenpace.mock.api;

import io.netty.buffer.ByteBuf;

/**
 * Writes the events of one streamed answer, chunk framing included.
 *
 * <p>Event 0 is {@code message_start}, {@code content_block_start} and the first {@code ping}; then comes one
 * {@code content_block_delta} for each token; the last event is {@code content_block_stop}, {@code message_delta} and
 * {@code message_stop}.
 */
public final class MessageStream {
    /** Room for the first or the last event, but for the model's name. */
    private static final int EDGE_BYTES = 1_024;

    private final Answer answer;
    private final DeltaFrames frames;

    public MessageStream(Answer answer, DeltaFrames frames) {
        this.answer = answer;
        this.frames = frames;
    }

    /** Returns the bytes that {@code events} events are likely to need at most. */
    public int likelyBytes(int events) {
        return EDGE_BYTES + events * frames.longestBytes();
    }

    /** Writes {@code event}. */
    public void write(int event, ByteBuf out) {
        if (event == 0) {
            Chunk.write(start(), out);
        } else if (event <= answer.tokens()) {
            frames.write(answer.text().word(event - 1), out);
        } else {
            Chunk.write(end(), out);
        }
    }

    private String start() {
        String messageStart = "{\"type\":\"message_start\",\"message\":{" + answer.identity()
                + ",\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,\"stop_details\":null,\"usage\":{"
                + answer.inputUsage()
                + ",\"cache_creation\":{\"ephemeral_5m_input_tokens\":0,\"ephemeral_1h_input_tokens\":0}"
                + ",\"output_tokens\":1,\"service_tier\":\"standard\",\"inference_geo\":\"global\"}"
                + ",\"diagnostics\":null}}";
        return ServerSentEvent.of("message_start", messageStart)
                + ServerSentEvent.of(
                        "content_block_start",
                        "{\"type\":\"content_block_start\",\"index\":0,"
                                + "\"content_block\":{\"type\":\"text\",\"text\":\"\"}}")
                + ServerSentEvent.of("ping", "{\"type\": \"ping\"}");
    }

    private String end() {
        String messageDelta = "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"max_tokens\","
                + "\"stop_sequence\":null,\"stop_details\":null,\"container\":null},\"usage\":{" + answer.inputUsage()
                + ",\"output_tokens\":" + answer.tokens() + ",\"output_tokens_details\":{\"thinking_tokens\":0}}}";
        return ServerSentEvent.of("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}")
                + ServerSentEvent.of("message_delta", messageDelta)
                + ServerSentEvent.of("message_stop", "{\"type\":\"message_stop\"}");
    }
}
