package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.tokenpace.mock.model.Timeline;

/**
 * Writes the chunks of one streamed completion.
 *
 * <p>Event 0 is the chunk with the role of a chat, and nothing but the head of the answer for a text; then comes one
 * chunk after another, each with a token or several; the last event is the chunk with the reason for the end, the chunk
 * with the usage if one is asked for, and {@code [DONE]}.
 *
 * <p>What surrounds the words is the same in all chunks of an answer, so it is encoded once.
 */
public final class OpenAiStream implements AnswerStream {
    private static final String PING = ": keep-alive\n\n";
    private static final String DONE = "data: [DONE]\n\n";
    private static final byte[] TOTAL = ",\"total_tokens\":".getBytes(US_ASCII);
    private static final byte[] CLOSE = "}}\n\n".getBytes(US_ASCII);
    /** More than the length of a chunk, its line ends and two counts can take. */
    private static final int FRAMING_BYTES = 48;

    private final OpenAiAnswer answer;
    private final OpenAiStreaming streaming;
    private final Timeline timeline;
    private final byte[] before;
    private final byte[] after;
    private int[] words = new int[1];

    /** Writes {@code answer} in the events of {@code timeline}, as {@code request} wants it. */
    public OpenAiStream(OpenAiAnswer answer, OpenAiRequest request, Timeline timeline) {
        this.answer = answer;
        this.streaming = request.streaming();
        this.timeline = timeline;
        String opening = "data: {" + answer.identity(answer.kind().chunkObject()) + ",\"choices\":[{";
        before = (opening + (isChat() ? "\"index\":0,\"delta\":{\"content\":\"" : "\"index\":0,\"text\":\""))
                .getBytes(UTF_8);
        after = ((isChat() ? "\"}" : "\"") + ",\"logprobs\":null,\"finish_reason\":null}]" + usageBeforeCounts())
                .getBytes(UTF_8);
    }

    @Override
    public int likelyBytes(int from, int until) {
        int tokens = timeline.tokensThrough(until - 1) - timeline.tokensThrough(Math.max(0, from - 1));
        int chunk = before.length + after.length + TOTAL.length + CLOSE.length + FRAMING_BYTES;
        // The last event holds a chunk more than others, and the usage.
        return (until - from + 2) * chunk + answer.usage().length() + tokens * EncodedWords.longest();
    }

    @Override
    public void write(int event, ByteBuf out) {
        if (event == 0) {
            writeStart(out);
        } else if (event < timeline.events() - 1) {
            writeDelta(timeline.tokensThrough(event - 1), timeline.tokensThrough(event), out);
        } else {
            Chunk.write(end(), out);
        }
    }

    @Override
    public void writePing(ByteBuf out) {
        Chunk.write(PING, out);
    }

    private void writeStart(ByteBuf out) {
        if (isChat()) {
            Chunk.write(edge("\"delta\":{\"role\":\"assistant\",\"content\":\"\"}", "null", 0), out);
        }
    }

    private void writeDelta(int from, int until, ByteBuf out) {
        int count = until - from;
        if (count > words.length) {
            words = new int[count];
        }
        int bytes = before.length + after.length;
        for (int i = 0; i < count; i++) {
            words[i] = answer.text().next();
            bytes += EncodedWords.bytes(words[i]);
        }
        int total = answer.promptTokens() + until;
        if (streaming.usageThroughout()) {
            bytes += Digits.count(until) + TOTAL.length + Digits.count(total) + CLOSE.length;
        }
        Chunk.begin(bytes, out);
        out.writeBytes(before);
        for (int i = 0; i < count; i++) {
            EncodedWords.write(words[i], out);
        }
        out.writeBytes(after);
        if (streaming.usageThroughout()) {
            Digits.write(until, out);
            out.writeBytes(TOTAL);
            Digits.write(total, out);
            out.writeBytes(CLOSE);
        }
        Chunk.end(out);
    }

    private String end() {
        String content = isChat() ? "\"delta\":{}" : "\"text\":\"\"";
        String last = edge(content, "\"" + answer.finishReason() + "\"", answer.tokens());
        String usage = streaming.usage()
                ? "data: {" + answer.identity(answer.kind().chunkObject()) + ",\"choices\":[],\"usage\":"
                        + answer.usage() + "}\n\n"
                : "";
        return last + usage + DONE;
    }

    /** Returns a chunk without words. */
    private String edge(String content, String finishReason, int tokens) {
        return "data: {" + answer.identity(answer.kind().chunkObject()) + ",\"choices\":[{\"index\":0," + content
                + ",\"logprobs\":null,\"finish_reason\":" + finishReason + "}]" + usageBeforeCounts()
                + (streaming.usageThroughout()
                        ? tokens + ",\"total_tokens\":" + (answer.promptTokens() + tokens) + "}}\n\n"
                        : "");
    }

    /** Returns the end of a chunk: all of it, or up to the counts that differ from chunk to chunk. */
    private String usageBeforeCounts() {
        if (streaming.usageThroughout()) {
            return ",\"usage\":{\"prompt_tokens\":" + answer.promptTokens() + ",\"completion_tokens\":";
        }
        return streaming.usage() ? ",\"usage\":null}\n\n" : "}\n\n";
    }

    private boolean isChat() {
        return answer.kind() == OpenAiKind.CHAT;
    }
}
