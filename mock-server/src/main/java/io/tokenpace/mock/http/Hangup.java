package io.tokenpace.mock.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;

/** How the server ends a connection in the middle of an answer. */
enum Hangup {
    /** In good order for TCP: what was sent arrives, and then the end. */
    CLOSE {
        @Override
        void on(ChannelHandlerContext ctx) {
            ctx.close();
        }
    },

    /** With a reset, and without a goodbye of any handler's. */
    RESET {
        @Override
        void on(ChannelHandlerContext ctx) {
            ctx.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            ctx.pipeline().firstContext().close();
        }
    };

    abstract void on(ChannelHandlerContext ctx);
}
