package io.tokenpace.mock.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Optional;

/**
 * Makes an {@link Arrival} of the pieces of each request, within bounds.
 *
 * <p>A request that breaks one arrives at once, to be turned away in its turn, and nothing after it is listened to.
 */
final class BodyCollector extends SimpleChannelInboundHandler<HttpObject> {
    private final Reception reception;
    private HttpRequest head = unread();
    private Body body;
    private boolean deaf;

    BodyCollector(Reception reception) {
        this.reception = reception;
        body = empty();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, HttpObject part) {
        // A connection that broke off leaves half a request, and nobody to answer.
        if (deaf || !ctx.channel().isActive()) {
            return;
        }
        if (part instanceof HttpRequest request) {
            head = request;
            begin(ctx, request);
        } else if (part.decoderResult().isFailure()) {
            turnAway(ctx, Rejection.malformedBody(part.decoderResult().cause()));
        }
        if (!deaf && part instanceof HttpContent piece) {
            collect(ctx, piece.content());
            if (!deaf && part instanceof LastHttpContent) {
                arrive(ctx, Optional.empty());
            }
        }
    }

    private void begin(ChannelHandlerContext ctx, HttpRequest request) {
        Optional<Rejection> objection = objection(request);
        if (objection.isPresent()) {
            turnAway(ctx, objection.orElseThrow());
            return;
        }
        int limit = reception.limits().bodyBytes();
        body = new Body(reception.room(), (int) HttpUtil.getContentLength(request, (long) limit));
        if (HttpUtil.is100ContinueExpected(request)) {
            ctx.fireUserEventTriggered(Notice.AWAITS_CONTINUE);
        }
    }

    private Optional<Rejection> objection(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return Optional.of(Rejection.malformedHead(request.decoderResult().cause()));
        }
        if (request.protocolVersion().majorVersion() != 1) {
            return Optional.of(
                    Rejection.unknownVersion(request.protocolVersion().text()));
        }
        String expectation = request.headers().get(HttpHeaderNames.EXPECT, "");
        if (!expectation.isEmpty() && !HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expectation)) {
            return Optional.of(Rejection.unknownExpectation(expectation));
        }
        return HttpUtil.getContentLength(request, 0L) > reception.limits().bodyBytes()
                ? Optional.of(Rejection.tooLarge())
                : Optional.empty();
    }

    private void collect(ChannelHandlerContext ctx, ByteBuf piece) {
        if ((long) body.length() + piece.readableBytes() > reception.limits().bodyBytes()) {
            turnAway(ctx, Rejection.tooLarge());
        } else if (!body.append(piece)) {
            turnAway(ctx, Rejection.noRoom());
        }
    }

    private void turnAway(ChannelHandlerContext ctx, Rejection rejection) {
        deaf = true;
        body.free();
        arrive(ctx, Optional.of(rejection));
    }

    private void arrive(ChannelHandlerContext ctx, Optional<Rejection> rejection) {
        Arrival arrival = new Arrival(head, body, rejection);
        head = unread();
        body = empty();
        ctx.fireChannelRead(arrival);
    }

    private Body empty() {
        return new Body(reception.room(), 0);
    }

    /** Stands for a head that was never read to its end; it is answered in the words of the Anthropic API. */
    private static HttpRequest unread() {
        HttpRequest unread = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
        unread.headers().set("anthropic-version", "unread");
        return unread;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == Notice.TOO_SLOW && !deaf) {
            turnAway(ctx, Rejection.tooSlow());
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        deaf = true;
        body.free();
        ctx.fireChannelInactive();
    }
}
