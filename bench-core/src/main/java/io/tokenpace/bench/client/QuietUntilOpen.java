package io.tokenpace.bench.client;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** The last handler of a connection that is being opened. Its futures tell what fails, so that the log need not. */
final class QuietUntilOpen extends ChannelInboundHandlerAdapter {
    static final String NAME = "quiet";

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable thrown) {
        context.close();
    }
}
