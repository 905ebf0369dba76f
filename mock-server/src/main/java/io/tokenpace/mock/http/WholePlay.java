package io.tokenpace.mock.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponse;
import io.tokenpace.mock.fault.Fault;
import io.tokenpace.mock.model.Timeline;

/** An answer that is not streamed: all of it at the time at which a stream would have sent its end. */
class WholePlay extends Play {
    /** What a play does when it is due. */
    @FunctionalInterface
    interface Act {
        void play(WholePlay play, long nowNanos);
    }

    private final int event;
    private final Act act;
    private boolean written;

    /** Does what there is to do when {@code event} of the timeline is due. */
    WholePlay(Stage stage, int event, Act act) {
        super(stage, 1);
        this.event = event;
        this.act = act;
    }

    @Override
    void write(long nowNanos) {
        if (!written && dueNanos() <= nowNanos) {
            written = true;
            act(nowNanos);
        }
    }

    final void act(long nowNanos) {
        act.play(this, nowNanos);
    }

    /** Sends an answer with this body. */
    final void send(byte[] body) {
        sent(System.nanoTime());
        stage().ctx().write(response(body), lastWrite());
        stage().api().produced(stage().timeline().length().tokens());
    }

    /** Records that the answer was handed to the channel. */
    void sent(long nowNanos) {
        recordWrite(dueNanos(), nowNanos);
    }

    /** Sends another answer in its place. */
    final void breakWith(FullHttpResponse response, long nowNanos) {
        broken(nowNanos);
        stage().ctx().write(response, lastWrite());
    }

    /** Sends the head and half of the body, and no more. */
    final void breakInside(byte[] body) {
        FullHttpResponse whole = response(body);
        HttpResponse head = new DefaultHttpResponse(whole.protocolVersion(), whole.status(), whole.headers());
        whole.release();
        stage().ctx().write(head);
        stage().ctx().write(new DefaultHttpContent(Unpooled.wrappedBuffer(body, 0, body.length / 2)));
        breakOff(Hangup.CLOSE);
    }

    private FullHttpResponse response(byte[] body) {
        return Responses.whole(
                body,
                stage().incoming(),
                stage().incoming().keepAlive(),
                stage().admission().headers());
    }

    @Override
    long nextNanos() {
        return written ? Timeline.NEVER : dueNanos();
    }

    final long dueNanos() {
        return stage().timeline().dueNanos(event);
    }

    @Override
    final int eventOf(Fault fault) {
        return 0;
    }
}
