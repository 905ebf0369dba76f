package io.tokenpace.mock.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpServerCodec;
import io.tokenpace.mock.api.MessagesRequest;
import io.tokenpace.mock.api.OpenAiApi;
import io.tokenpace.mock.api.OpenAiRefusedException;
import io.tokenpace.mock.api.OpenAiRequest;
import io.tokenpace.mock.api.Refusal;
import io.tokenpace.mock.api.RefusedException;
import io.tokenpace.mock.model.Timeline;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * Answers the requests of one connection, one after another.
 *
 * <p>A request that comes before the last answer has ended waits, and nothing more is read meanwhile.
 */
final class RequestHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final Answering answering;
    private final Player player;
    private final Queue<FullHttpRequest> waiting = new ArrayDeque<>();
    private Optional<Play> playing = Optional.empty();
    private boolean closing;

    RequestHandler(Answering answering, Player player) {
        this.answering = answering;
        this.player = player;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        if (!ctx.channel().isActive()) {
            // A connection that broke off in the middle of a body leaves half a request, and nobody to answer.
            return;
        }
        if (playing.isPresent()) {
            waiting.add(request.retain());
            ctx.channel().config().setAutoRead(false);
        } else {
            answer(ctx, request, System.nanoTime());
        }
    }

    private void answer(ChannelHandlerContext ctx, FullHttpRequest request, long receivedNanos) {
        int inFlight = answering.record().inFlight().enter(receivedNanos);
        byte[] body = ByteBufUtil.getBytes(request.content());
        Incoming incoming = Incoming.of(request, body, answering.keys(), receivedNanos);
        if (incoming.dialect() == Dialect.OPENAI) {
            answerOpenAi(ctx, request, incoming, body);
            return;
        }
        try {
            Route route = Route.of(request);
            if (route.endpoint() == Endpoint.MESSAGES) {
                MessagesRequest asked = answering.apis().anthropic().reader().messages(body, route.version());
                answering.apis().anthropic().requireRoom(inFlight);
                play(ctx, incoming, Performance.of(asked, incoming, answering));
            } else {
                reply(ctx, incoming, answering.lookup().answer(route, body));
            }
        } catch (RefusedException refused) {
            refuse(ctx, incoming, refused.refusal());
        }
    }

    private void answerOpenAi(ChannelHandlerContext ctx, FullHttpRequest request, Incoming incoming, byte[] body) {
        try {
            OpenAiRoute route = OpenAiRoute.of(request);
            OpenAiApi api = answering.apis().openAi();
            switch (route.target()) {
                case COMPLETION -> {
                    OpenAiRequest asked = api.reader().read(body, route.kind());
                    play(ctx, incoming, Performance.of(asked, incoming, answering));
                }
                case MODELS -> reply(ctx, incoming, api.models().list());
                case MODEL -> reply(ctx, incoming, api.models().one(route.model()));
            }
        } catch (OpenAiRefusedException refused) {
            boolean keepAlive = incoming.keepAlive() && !closing;
            send(ctx, Responses.refusal(refused.refusal(), incoming, keepAlive), keepAlive);
        }
    }

    private void reply(ChannelHandlerContext ctx, Incoming incoming, byte[] body) {
        boolean keepAlive = incoming.keepAlive() && !closing;
        send(ctx, Responses.whole(body, incoming, keepAlive, Map.of()), keepAlive);
    }

    private void refuse(ChannelHandlerContext ctx, Incoming incoming, Refusal refusal) {
        boolean keepAlive = incoming.keepAlive() && !closing;
        send(ctx, Responses.refusal(refusal, incoming, keepAlive), keepAlive);
    }

    /** Sends what takes no time to answer. */
    private void send(ChannelHandlerContext ctx, FullHttpResponse response, boolean keepAlive) {
        ctx.writeAndFlush(response).addListener(written -> {
            answering.record().inFlight().exit(System.nanoTime());
            if (!keepAlive) {
                ctx.close();
            }
        });
    }

    /** Admits a request to the service and plays its answer, whichever API words it. */
    private void play(ChannelHandlerContext ctx, Incoming incoming, Performance performance) {
        StartMoved startMoved = new StartMoved(player);
        Timeline timeline = answering
                .service()
                .admit(performance.demand(), performance.script(), incoming.receivedNanos(), startMoved);
        performance.admission().cached().beginsAt(timeline::firstTokenNanos);
        Stage stage = new Stage(
                ctx,
                ctx.pipeline().context(HttpServerCodec.class),
                incoming,
                performance.request(),
                performance.admission(),
                timeline,
                answering.record(),
                player.lateness(),
                performance.api(),
                () -> ended(ctx, incoming.keepAlive()));
        Play play = performance.wording().apply(stage);
        startMoved.of(play);
        playing = Optional.of(play);
        player.add(play);
    }

    /** Goes on after an answer whose last byte was written. */
    private void ended(ChannelHandlerContext ctx, boolean keepAlive) {
        playing = Optional.empty();
        if (!keepAlive || closing) {
            ctx.close();
            return;
        }
        while (playing.isEmpty() && !waiting.isEmpty()) {
            FullHttpRequest next = waiting.remove();
            try {
                answer(ctx, next, System.nanoTime());
            } finally {
                next.release();
            }
        }
        if (waiting.isEmpty()) {
            ctx.channel().config().setAutoRead(true);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (ctx.channel().isWritable()) {
            playing.ifPresent(player::resume);
        }
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == ServerClosing.EVENT) {
            closing = true;
            if (playing.isEmpty()) {
                ctx.close();
            }
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        playing.ifPresent(play -> {
            long nowNanos = System.nanoTime();
            player.remove(play);
            play.stage().api().abandon(play.stage().admission(), nowNanos);
            play.cut(nowNanos);
        });
        playing = Optional.empty();
        waiting.forEach(FullHttpRequest::release);
        waiting.clear();
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof IOException)) {
            // No fault of the network's but a bug, and a bug must be seen.
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, cause);
        }
        ctx.close();
    }
}
