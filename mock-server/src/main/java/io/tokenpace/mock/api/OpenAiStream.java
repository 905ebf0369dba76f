package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.tokenpace.mock.model.Timeline;
import java.util.List;

/**
 * Writes the chunks of one streamed completion.
 *
 * <p>Event 0 is the chunk with the role of a chat, and nothing but the head of the answer for a text; then comes one
 * chunk after another, each with a token or several, and before the first of a function's arguments one with its name; the
 * last event is the chunk with the reason for the end, the chunk with the usage if one is asked for, and {@code [DONE]}.
 *
 * <p>What surrounds the tokens is the same in all chunks of one part of an answer, so it is encoded once.
 */
public final class OpenAiStream implements AnswerStream {
    private static final String PING = ": keep-alive\n\n";
    private static final String DONE = "data: [DONE]\n\n";
    private static final byte[] TOTAL = ",\"total_tokens\":".getBytes(US_ASCII);
    private static final byte[] CLOSE = "}}\n\n".getBytes(US_ASCII);
    /** More than the length of a chunk, its line ends and two counts can take. */
    private static final int FRAMING_BYTES = 48;
    /** More than stands around the tokens of any part. */
    private static final int PART_BYTES = 80;

    private final OpenAiAnswer answer;
    private final OpenAiStreaming streaming;
    private final Timeline timeline;
    private final List<OpenAiPart> parts;
    private final byte[] before;
    private final byte[] after;

    /** Writes {@code answer} in the events of {@code timeline}, as {@code request} wants it. */
    public OpenAiStream(OpenAiAnswer answer, OpenAiRequest request, Timeline timeline) {
        this.answer = answer;
        this.streaming = request.streaming();
        this.timeline = timeline;
        this.parts = answer.content().blocks();
        before = chunkOpening().getBytes(UTF_8);
        after = chunkClosing("null").getBytes(UTF_8);
    }

    @Override
    public int likelyBytes(int from, int until) {
        int tokens = timeline.tokensThrough(until - 1) - timeline.tokensThrough(Math.max(0, from - 1));
        int chunk = before.length + after.length + TOTAL.length + CLOSE.length + FRAMING_BYTES + PART_BYTES;
        // The last event holds a chunk more than others, and the usage; one has a chunk with the name of a function.
        int edges = answer.usage().length() + 2 * chunk;
        for (OpenAiPart part : parts) {
            edges += part.opening().length() + chunk;
        }
        return edges + (until - from) * chunk + tokens * EncodedWords.longest();
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

    /** Writes tokens of one part, for no event carries those of two. */
    private void writeDelta(int from, int until, ByteBuf out) {
        int index = 0;
        int first = 0;
        while (first + parts.get(index).tokens() <= from) {
            first += parts.get(index).tokens();
            index++;
        }
        OpenAiPart part = parts.get(index);
        if (from == first && !part.opening().isEmpty()) {
            Chunk.write(edge(part.opening(), "null", from), out);
        }
        int bytes = before.length
                + part.before().length
                + part.take(from - first, until - first)
                + part.after().length
                + after.length;
        int total = answer.promptTokens() + until;
        if (streaming.usageThroughout()) {
            bytes += Digits.count(until) + TOTAL.length + Digits.count(total) + CLOSE.length;
        }
        Chunk.begin(bytes, out);
        out.writeBytes(before);
        out.writeBytes(part.before());
        part.writeTaken(out);
        out.writeBytes(part.after());
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
        return chunkOpening()
                + content
                + chunkClosing(finishReason)
                + (streaming.usageThroughout()
                        ? tokens + ",\"total_tokens\":" + (answer.promptTokens() + tokens) + "}}\n\n"
                        : "");
    }

    private String chunkOpening() {
        return "data: {" + answer.identity(answer.kind().chunkObject()) + ",\"choices\":[{\"index\":0,";
    }

    private String chunkClosing(String finishReason) {
        return ",\"logprobs\":null,\"finish_reason\":" + finishReason + "}]" + usageBeforeCounts();
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
