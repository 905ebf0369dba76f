package io.tokenpace.mock.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.tokenpace.mock.api.MessagesRequest;
import io.tokenpace.mock.api.OpenAiApi;
import io.tokenpace.mock.api.OpenAiRefusal;
import io.tokenpace.mock.api.OpenAiRefusedException;
import io.tokenpace.mock.api.OpenAiRequest;
import io.tokenpace.mock.api.Refusal;
import io.tokenpace.mock.api.RefusedException;
import io.tokenpace.mock.fault.Effect;
import io.tokenpace.mock.fault.Fault;
import io.tokenpace.mock.model.Script;
import io.tokenpace.mock.model.Timeline;
import io.tokenpace.mock.truth.EventTimes;
import io.tokenpace.mock.truth.FaultTruth;
import io.tokenpace.mock.truth.RequestTruth;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
        if (answeredWatcher(ctx, request)) {
            return;
        }
        int inFlight = answering.record().inFlight().enter(receivedNanos);
        byte[] body = ByteBufUtil.getBytes(request.content());
        Incoming incoming = Incoming.of(request, body, answering.keys(), receivedNanos);
        if (incoming.dialect() == Dialect.OPENAI) {
            answerOpenAi(ctx, request, incoming, body);
            return;
        }
        try {
            Route route = Route.of(request);
            Optional<Fault> fault = fault(request, incoming, route.endpoint() == Endpoint.MESSAGES);
            if (fault.isPresent() && fault.get().effect() instanceof Effect.Status status) {
                fail(ctx, incoming, fault.get(), status);
            } else if (route.endpoint() == Endpoint.MESSAGES) {
                MessagesRequest asked = answering.apis().anthropic().reader().messages(body, route.version());
                answering.apis().anthropic().requireRoom(inFlight);
                play(ctx, incoming, Performance.of(asked, incoming, answering), fault);
            } else {
                reply(ctx, incoming, answering.lookup().answer(route, body));
            }
        } catch (RefusedException refused) {
            refuse(ctx, incoming, refused.refusal());
        }
    }

    /** Answers a request that is about this server and not to the service. */
    private boolean answeredWatcher(ChannelHandlerContext ctx, HttpRequest request) {
        boolean keepAlive = HttpUtil.isKeepAlive(request) && !closing;
        Optional<FullHttpResponse> answer = answering.watching().answer(request, keepAlive);
        answer.map(ctx::writeAndFlush)
                .filter(written -> !keepAlive)
                .ifPresent(written -> written.addListener(ChannelFutureListener.CLOSE));
        return answer.isPresent();
    }

    private void answerOpenAi(ChannelHandlerContext ctx, FullHttpRequest request, Incoming incoming, byte[] body) {
        try {
            OpenAiRoute route = OpenAiRoute.of(request);
            OpenAiApi api = answering.apis().openAi();
            Optional<Fault> fault = openAiFault(request, incoming, route.target() == OpenAiRoute.Target.COMPLETION);
            if (fault.isPresent() && fault.get().effect() instanceof Effect.Status status) {
                fail(ctx, incoming, fault.get(), status);
                return;
            }
            switch (route.target()) {
                case COMPLETION -> {
                    OpenAiRequest asked = api.reader().read(body, route.kind());
                    play(ctx, incoming, Performance.of(asked, incoming, answering), fault);
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

    /** Answers with an error on purpose, before anybody looks at the body. */
    private void fail(ChannelHandlerContext ctx, Incoming incoming, Fault fault, Effect.Status status) {
        boolean keepAlive = incoming.keepAlive() && !closing;
        EventTimes times = new EventTimes(1);
        long nowNanos = System.nanoTime();
        times.write(incoming.receivedNanos(), nowNanos);
        FaultTruth truth = new FaultTruth(fault.toString(), 0, OptionalLong.of(nowNanos));
        answering.record().faults().count(fault.name());
        String api = incoming.dialect() == Dialect.OPENAI ? "openai" : "anthropic";
        send(ctx, answering.errors().response(status, incoming, keepAlive), keepAlive, () -> {
            times.flush(System.nanoTime());
            answering
                    .record()
                    .store()
                    .add(RequestTruth.refused(
                            incoming.requestId(), incoming.key().name(), api, incoming.receivedNanos(), truth, times));
        });
    }

    /** Sends what takes no time to answer. */
    private void send(ChannelHandlerContext ctx, FullHttpResponse response, boolean keepAlive) {
        send(ctx, response, keepAlive, () -> {});
    }

    private void send(ChannelHandlerContext ctx, FullHttpResponse response, boolean keepAlive, Runnable record) {
        ctx.writeAndFlush(response).addListener(written -> {
            record.run();
            answering.record().inFlight().exit(System.nanoTime());
            if (!keepAlive) {
                ctx.close();
            }
        });
    }

    /** Tells what goes wrong with a request on purpose. */
    private Optional<Fault> fault(FullHttpRequest request, Incoming incoming, boolean planned) throws RefusedException {
        try {
            return answering.faults().of(request, incoming, planned);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.invalid(e.getMessage()));
        }
    }

    private Optional<Fault> openAiFault(FullHttpRequest request, Incoming incoming, boolean planned)
            throws OpenAiRefusedException {
        try {
            return answering.faults().of(request, incoming, planned);
        } catch (IllegalArgumentException e) {
            throw new OpenAiRefusedException(OpenAiRefusal.malformed(e.getMessage()));
        }
    }

    /** Admits a request to the service and plays its answer, whichever API words it. */
    private void play(ChannelHandlerContext ctx, Incoming incoming, Performance performance, Optional<Fault> anywhere) {
        Optional<Mishap> mishap = anywhere.flatMap(fault -> Mishap.of(fault, incoming, performance));
        StartMoved startMoved = new StartMoved(player);
        Script script = performance.script();
        Timeline timeline = answering
                .service()
                .admit(
                        performance.demand(),
                        mishap.map(it -> it.interrupt(script)).orElse(script),
                        incoming.receivedNanos(),
                        startMoved);
        mishap.ifPresent(it -> it.holdUp(timeline, performance.account().streamed()));
        performance.admission().cached().beginsAt(timeline::firstTokenNanos);
        Stage stage = new Stage(
                ctx,
                ctx.pipeline().context(HttpServerCodec.class),
                incoming,
                performance.account(),
                mishap.map(it -> it.admit(performance.admission())).orElse(performance.admission()),
                timeline,
                answering.record(),
                player.lateness(),
                performance.api(),
                mishap.map(Mishap::fault),
                () -> ended(ctx, incoming.keepAlive()));
        Play play = answering.plays().of(stage, performance);
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
