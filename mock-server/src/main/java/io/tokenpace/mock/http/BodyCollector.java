package io.tokenpace.mock.http;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;
import io.tokenpace.mock.api.OpenAiRefusal;
import io.tokenpace.mock.api.Refusal;
import io.tokenpace.mock.model.RequestKey;

/** Joins the pieces of a body, and refuses one beyond the API's limit of 32 MB in the API's own words. */
final class BodyCollector extends HttpObjectAggregator {
    private static final int MAX_BODY_BYTES = 32 * 1024 * 1024;
    /** No key follows from a body that is not read, so every such request has the same one. */
    private static final RequestKey KEY = new RequestKey("too_large", 0);

    private static final String REQUEST_ID = "req_too_large";

    BodyCollector() {
        super(MAX_BODY_BYTES);
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext ctx, HttpMessage oversized) {
        Dialect dialect = oversized instanceof HttpRequest request ? Dialect.of(request) : Dialect.ANTHROPIC;
        Incoming incoming = new Incoming(System.nanoTime(), KEY, REQUEST_ID, false, dialect);
        FullHttpResponse response = dialect == Dialect.OPENAI
                ? Responses.refusal(OpenAiRefusal.tooLarge(), incoming, false)
                : Responses.refusal(Refusal.tooLarge(), incoming, false);
        ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
