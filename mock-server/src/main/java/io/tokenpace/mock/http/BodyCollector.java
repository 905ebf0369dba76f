package io.tokenpace.mock.http;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.tokenpace.mock.api.Refusal;

/** Joins the pieces of a body, and refuses one beyond the API's limit of 32 MB in the API's own words. */
final class BodyCollector extends HttpObjectAggregator {
    private static final int MAX_BODY_BYTES = 32 * 1024 * 1024;
    /** No key follows from a body that is not read, so every such request has the same id. */
    private static final String REQUEST_ID = "req_too_large";

    BodyCollector() {
        super(MAX_BODY_BYTES);
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext ctx, HttpMessage oversized) {
        ctx.writeAndFlush(Responses.refusal(Refusal.tooLarge(), REQUEST_ID, false))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
