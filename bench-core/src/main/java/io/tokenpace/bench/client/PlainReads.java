package io.tokenpace.bench.client;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * The handler after TLS: it passes on only those ends of an arrival that brought something to read. A session ticket, or
 * half a TLS record, is no arrival.
 */
final class PlainReads extends ChannelInboundHandlerAdapter {
    private final ReadStamp stamp;
    private boolean any;

    PlainReads(ReadStamp stamp) {
        this.stamp = stamp;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        any = true;
        stamp.noteRead();
        context.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (any) {
            any = false;
            context.fireChannelReadComplete();
        }
    }
}
