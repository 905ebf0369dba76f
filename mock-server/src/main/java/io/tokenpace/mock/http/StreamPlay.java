package io.tokenpace.mock.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.LastHttpContent;
import io.tokenpace.mock.api.MessageStream;
import io.tokenpace.mock.model.Timeline;

/**
 * A streamed answer. Events that are due together share one write; a client that does not read stops the writing, not
 * the clock.
 */
final class StreamPlay extends Play {
    /** Some 40 kB, so that a channel is asked whether it is writable now and then. */
    private static final int MAX_EVENTS_PER_WRITE = 256;

    private final MessageStream stream;
    private int written;

    StreamPlay(Stage stage, MessageStream stream) {
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
    }

    private void writeEvents(int until) {
        ByteBuf out = stage().ctx().alloc().directBuffer(stream.likelyBytes(until - written));
        for (int event = written; event < until; event++) {
            stream.write(event, out);
        }
        if (written == 0) {
            stage().ctx()
                    .write(Responses.streamHead(
                            stage().incoming().requestId(), stage().incoming().keepAlive()));
        }
        long nowNanos = System.nanoTime();
        stage().raw().write(out, stage().ctx().voidPromise());
        while (written < until) {
            recordWrite(stage().timeline().dueNanos(written), nowNanos);
            written++;
        }
        if (written == stage().timeline().events()) {
            stage().ctx().write(LastHttpContent.EMPTY_LAST_CONTENT, lastWrite());
        }
    }

    @Override
    long nextNanos() {
        if (written == stage().timeline().events() || !stage().ctx().channel().isWritable()) {
            return Timeline.NEVER;
        }
        return stage().timeline().dueNanos(written);
    }
}
