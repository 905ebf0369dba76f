package io.tokenpace.mock.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.LastHttpContent;
import io.tokenpace.mock.api.AnswerStream;
import io.tokenpace.mock.fault.Fault;
import io.tokenpace.mock.model.Timeline;

/**
 * A streamed answer. Events that are due together share one write; a client that does not read stops the writing, not
 * the clock. Pings fill long silences. After the last event, or in place of one, comes the finale.
 */
class StreamPlay extends Play {
    /** Some 40 kB, so that a channel is asked whether it is writable now and then. */
    private static final int MAX_EVENTS_PER_WRITE = 256;
    /** Far more than so many events usually take; where each repeats a long name, fewer share a write. */
    private static final int MAX_BYTES_PER_WRITE = 256 * 1_024;

    private static final int PING_BYTES = 64;

    /** What comes once all events of a play are written, and the one that it leaves out is due. */
    @FunctionalInterface
    interface Finale {
        void play(StreamPlay play, long nowNanos);
    }

    private final AnswerStream stream;
    private final int events;
    private final Finale finale;
    private int written;
    private int pings;
    private boolean finished;

    /** Plays an answer to its end. */
    StreamPlay(Stage stage, AnswerStream stream) {
        this(stage, stream, stage.timeline().events(), (play, nowNanos) -> play.endBody());
    }

    /** Plays the first {@code events} of an answer, and when the next one is due the finale. */
    StreamPlay(Stage stage, AnswerStream stream, int events, Finale finale) {
        super(stage, stage.timeline().events());
        this.stream = stream;
        this.events = events;
        this.finale = finale;
    }

    @Override
    void write(long nowNanos) {
        Channel channel = stage().ctx().channel();
        int due = stage().timeline().advanceTo(nowNanos);
        int until = Math.min(due, events);
        while (written < until && channel.isWritable()) {
            writeEvents(oneWrite(until));
        }
        while (written < stage().timeline().events() && nextPingNanos() <= nowNanos && channel.isWritable()) {
            writePing();
        }
        boolean last = events == stage().timeline().events() || due > events;
        if (written == events && last && !finished) {
            finished = true;
            finale.play(this, nowNanos);
        }
    }

    /** Returns before which event a write ends that begins with the next one: one event at least, even if it is long. */
    private int oneWrite(int until) {
        int end = Math.min(until, written + MAX_EVENTS_PER_WRITE);
        while (end > written + 1 && stream.likelyBytes(written, end) > MAX_BYTES_PER_WRITE) {
            end = written + (end - written) / 2;
        }
        return end;
    }

    private void writePing() {
        ByteBuf out = stage().ctx().alloc().directBuffer(PING_BYTES);
        stream.writePing(out);
        writeRaw(out);
        pings++;
    }

    /** A ping that its silence has outlived, because the loop or the client was late, is not made up for. */
    private long nextPingNanos() {
        return stage().timeline().pingNanos(written, pings + 1);
    }

    private void writeEvents(int until) {
        long nowNanos = emit(written, until);
        stage().api().produced(tokensBefore(until) - tokensBefore(written));
        while (written < until) {
            recordWrite(stage().timeline().dueNanos(written), nowNanos);
            written++;
        }
        pings = 0;
    }

    /** Hands events to the channel, and returns when. */
    long emit(int from, int until) {
        return handOver(from, until);
    }

    /** Hands events to the channel in one piece, with the head of the answer before the first, and returns when. */
    final long handOver(int from, int until) {
        ByteBuf out = encode(from, until);
        if (from == 0) {
            writeHead();
        }
        return writeRaw(out);
    }

    /** Hands bytes to the channel that carry their chunk framing already, and returns when. */
    final long writeRaw(ByteBuf out) {
        long nowNanos = System.nanoTime();
        stage().raw().write(out, stage().ctx().voidPromise());
        return nowNanos;
    }

    final ByteBuf encode(int from, int until) {
        ByteBuf out = stage().ctx().alloc().directBuffer(stream.likelyBytes(from, until));
        for (int event = from; event < until; event++) {
            stream.write(event, out);
        }
        return out;
    }

    final void writeHead() {
        stage().ctx()
                .write(Responses.streamHead(
                        stage().incoming(), stage().admission().headers()));
    }

    /** Ends the body of the answer in good order. */
    final void endBody() {
        stage().ctx().write(LastHttpContent.EMPTY_LAST_CONTENT, lastWrite());
    }

    /** Ends the body as {@link #endBody} does, and the answer with it, before its time. */
    final void breakBody(long nowNanos) {
        breakBody(nowNanos, Unpooled.EMPTY_BUFFER);
    }

    /** Ends the answer before its time, with some last bytes. */
    final void breakBody(long nowNanos, ByteBuf last) {
        broken(nowNanos);
        if (written == 0) {
            writeHead();
        }
        writeRaw(last);
        endBody();
    }

    final int written() {
        return written;
    }

    /** Returns how many tokens the events before {@code event} carry. */
    private int tokensBefore(int event) {
        return event == 0 ? 0 : stage().timeline().tokensThrough(event - 1);
    }

    @Override
    long nextNanos() {
        if (finished || !stage().ctx().channel().isWritable()) {
            return Timeline.NEVER;
        }
        return Math.min(stage().timeline().dueNanos(written), nextPingNanos());
    }

    @Override
    final int eventOf(Fault fault) {
        return stage().timeline().eventOf(fault.token().orElse(0));
    }
}
