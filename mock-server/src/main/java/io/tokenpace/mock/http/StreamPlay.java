package io.tokenpace.mock.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.LastHttpContent;
import io.tokenpace.mock.api.AnswerStream;
import io.tokenpace.mock.model.Timeline;

/**
 * A streamed answer. Events that are due together share one write; a client that does not read stops the writing, not
 * the clock. Pings fill long silences.
 */
final class StreamPlay extends Play {
    /** Some 40 kB, so that a channel is asked whether it is writable now and then. */
    private static final int MAX_EVENTS_PER_WRITE = 256;

    private static final int PING_BYTES = 64;

    private final AnswerStream stream;
    private int written;
    private int pings;

    StreamPlay(Stage stage, AnswerStream stream) {
        super(stage, stage.timeline().events());
        this.stream = stream;
    }

    @Override
    void write(long nowNanos) {
        Channel channel = stage().ctx().channel();
        int due = stage().timeline().advanceTo(nowNanos);
        while (written < due && channel.isWritable()) {
            writeEvents(Math.min(due, written + MAX_EVENTS_PER_WRITE));
        }
        while (written < stage().timeline().events() && nextPingNanos() <= nowNanos && channel.isWritable()) {
            writePing();
        }
    }

    private void writePing() {
        ByteBuf out = stage().ctx().alloc().directBuffer(PING_BYTES);
        stream.writePing(out);
        stage().raw().write(out, stage().ctx().voidPromise());
        pings++;
    }

    /** A ping that its silence has outlived, because the loop or the client was late, is not made up for. */
    private long nextPingNanos() {
        return stage().timeline().pingNanos(written, pings + 1);
    }

    private void writeEvents(int until) {
        ByteBuf out = stage().ctx().alloc().directBuffer(stream.likelyBytes(written, until));
        for (int event = written; event < until; event++) {
            stream.write(event, out);
        }
        if (written == 0) {
            stage().ctx()
                    .write(Responses.streamHead(
                            stage().incoming(), stage().admission().headers()));
        }
        long nowNanos = System.nanoTime();
        stage().raw().write(out, stage().ctx().voidPromise());
        stage().api().produced(tokensBefore(until) - tokensBefore(written));
        while (written < until) {
            recordWrite(stage().timeline().dueNanos(written), nowNanos);
            written++;
        }
        pings = 0;
        if (written == stage().timeline().events()) {
            stage().ctx().write(LastHttpContent.EMPTY_LAST_CONTENT, lastWrite());
        }
    }

    /** Returns how many tokens the events before {@code event} carry. */
    private int tokensBefore(int event) {
        return event == 0 ? 0 : stage().timeline().tokensThrough(event - 1);
    }

    @Override
    long nextNanos() {
        if (written == stage().timeline().events() || !stage().ctx().channel().isWritable()) {
            return Timeline.NEVER;
        }
        return Math.min(stage().timeline().dueNanos(written), nextPingNanos());
    }
}
