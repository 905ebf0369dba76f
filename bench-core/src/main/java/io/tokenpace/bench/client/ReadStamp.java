package io.tokenpace.bench.client;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.tokenpace.bench.clock.NanoClock;

/**
 * The first handler of a connection: it takes the time once for each readiness event, before anything is decoded.
 * Everything read until the read completes is one arrival and shares the stamp.
 */
final class ReadStamp extends ChannelInboundHandlerAdapter {
    private final NanoClock clock;
    private final boolean encrypted;
    private boolean reading;
    private boolean anyRead;
    private long nanos;

    /** @param encrypted whether what is read says nothing until it is decrypted */
    ReadStamp(NanoClock clock, boolean encrypted) {
        this.clock = clock;
        this.encrypted = encrypted;
    }

    /** Returns when the current arrival began. */
    long nanos() {
        return nanos;
    }

    /** Returns whether any plain text has been read since {@link #forget}, were it half a line. */
    boolean anyRead() {
        return anyRead;
    }

    /** Notes that plain text has been read. */
    void noteRead() {
        anyRead = true;
    }

    void forget() {
        anyRead = false;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!reading) {
            reading = true;
            anyRead |= !encrypted;
            nanos = clock.nanoTime();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        reading = false;
        context.fireChannelReadComplete();
    }
}
