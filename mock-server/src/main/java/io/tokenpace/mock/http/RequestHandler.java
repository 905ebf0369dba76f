package io.tokenpace.mock.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpUtil;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Answers the requests of one connection, one after another.
 *
 * <p>A request that comes before the last answer has ended waits. The connection is read meanwhile, so that it is seen
 * when its client leaves; only when {@value #MOST_WAITING} wait is reading stopped.
 */
final class RequestHandler extends SimpleChannelInboundHandler<Arrival> {
    private static final int MOST_WAITING = 64;

    /** Reading and counting such a body takes an event loop some 100 µs. */
    private static final int LONG_BODY_BYTES = 64 * 1024;

    private final Answering answering;
    private final Reading reading;
    private final Player player;
    private final Reception reception;
    private final Queue<Arrival> waiting = new ArrayDeque<>();
    private Optional<Play> playing = Optional.empty();
    /** Whether a body is read on another thread. */
    private boolean readsAside;

    private boolean headOnly;
    private boolean owesContinue;
    private boolean closing;
    private boolean leaving;

    RequestHandler(Answering answering, Player player, Reception reception) {
        this.answering = answering;
        this.reading = new Reading(answering);
        this.player = player;
        this.reception = reception;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Arrival arrival) {
        owesContinue = false;
        waiting.add(arrival);
        answerNext(ctx);
    }

    /** Answers what waits, as far as it is its turn and its client reads. */
    private void answerNext(ChannelHandlerContext ctx) {
        while (idle() && !waiting.isEmpty() && ctx.channel().isWritable()) {
            answer(ctx, waiting.remove());
        }
        if (idle() && waiting.isEmpty() && owesContinue) {
            owesContinue = false;
            ctx.writeAndFlush(Responses.goOn());
        }
        ctx.channel().config().setAutoRead(leaving || waiting.size() < MOST_WAITING);
    }

    private boolean idle() {
        return playing.isEmpty() && !readsAside && !leaving;
    }

    private void answer(ChannelHandlerContext ctx, Arrival arrival) {
        long receivedNanos = System.nanoTime();
        headOnly = HttpMethod.HEAD.equals(arrival.head().method());
        if (arrival.rejection().isPresent()) {
            turnAway(ctx, arrival, receivedNanos);
        } else if (!answeredWatcher(ctx, arrival)) {
            int inFlight = answering.record().inFlight().enter(receivedNanos);
            if (arrival.body().length() <= LONG_BODY_BYTES) {
                act(ctx, read(ctx, arrival, inFlight, receivedNanos));
            } else {
                readAside(ctx, arrival, inFlight, receivedNanos);
            }
        }
    }

    /** Answers a request that is about this server and not to the service. */
    private boolean answeredWatcher(ChannelHandlerContext ctx, Arrival arrival) {
        boolean keepAlive = HttpUtil.isKeepAlive(arrival.head()) && !closing;
        Optional<FullHttpResponse> answer = answering.watching().answer(arrival.head(), keepAlive);
        answer.ifPresent(response -> {
            arrival.body().free();
            send(ctx, response, keepAlive, () -> {});
        });
        return answer.isPresent();
    }

    private void readAside(ChannelHandlerContext ctx, Arrival arrival, int inFlight, long receivedNanos) {
        readsAside = true;
        reception.runAside(() -> {
            Runnable act = read(ctx, arrival, inFlight, receivedNanos);
            ctx.executor().execute(() -> {
                readsAside = false;
                act(ctx, act);
                answerNext(ctx);
            });
        });
    }

    /** Reads a request on any thread, and returns what is to be done about it on this connection's own. */
    private Runnable read(ChannelHandlerContext ctx, Arrival arrival, int inFlight, long receivedNanos) {
        try {
            byte[] body = arrival.body().bytes();
            Incoming incoming = Incoming.of(arrival.head(), body, answering.keys(), receivedNanos);
            Intent intent = reading.of(arrival.head(), incoming, body, inFlight);
            return () -> intent.carryOut(new Turn(ctx, this, incoming, answering, player));
        } catch (RuntimeException | StackOverflowError bug) {
            return () -> fail(ctx, bug);
        } finally {
            arrival.body().free();
        }
    }

    /** Does what a request asks, unless its client has left while it was read. */
    private void act(ChannelHandlerContext ctx, Runnable act) {
        if (!ctx.channel().isActive()) {
            answering.record().inFlight().exit(System.nanoTime());
            return;
        }
        try {
            act.run();
        } catch (RuntimeException bug) {
            fail(ctx, bug);
        }
    }

    private void fail(ChannelHandlerContext ctx, Throwable bug) {
        if (playing.isEmpty()) {
            answering.record().inFlight().exit(System.nanoTime());
        }
        leaving = true;
        ctx.pipeline().fireExceptionCaught(bug);
    }

    private void turnAway(ChannelHandlerContext ctx, Arrival arrival, long receivedNanos) {
        Incoming incoming = Incoming.turnedAway(arrival.head(), reception.keyOfTurnedAway(), receivedNanos);
        send(ctx, arrival.rejection().orElseThrow().response(incoming), false, () -> {});
    }

    /** Whether the connection outlives the answer. */
    boolean outlives(Incoming incoming) {
        return incoming.keepAlive() && !closing;
    }

    /** Sends a whole answer, and leaves after it if the connection does not outlive it. */
    void send(ChannelHandlerContext ctx, FullHttpResponse response, boolean outlives, Runnable sent) {
        leaving = !outlives;
        ctx.writeAndFlush(headOnly ? Responses.withoutBody(response) : response).addListener(written -> {
            sent.run();
            if (!outlives) {
                leave(ctx);
            }
        });
    }

    /** Notes that an answer is being played. */
    void begun(Play play) {
        playing = Optional.of(play);
    }

    /** Goes on after an answer whose last byte was written. */
    void ended(ChannelHandlerContext ctx, Incoming incoming) {
        playing = Optional.empty();
        if (outlives(incoming)) {
            answerNext(ctx);
        } else {
            leave(ctx);
        }
    }

    /** Takes no further request. */
    private void leave(ChannelHandlerContext ctx) {
        leaving = true;
        if (closing) {
            ctx.close();
        } else {
            Farewell.bid(ctx.channel(), reception);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (ctx.channel().isWritable()) {
            playing.ifPresent(player::resume);
            answerNext(ctx);
        }
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == ServerClosing.EVENT) {
            closing = true;
            if (playing.isEmpty() && !readsAside) {
                ctx.close();
            }
        } else if (event == Notice.AWAITS_CONTINUE) {
            owesContinue = true;
            answerNext(ctx);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        leaving = true;
        playing.ifPresent(play -> {
            long nowNanos = System.nanoTime();
            player.remove(play);
            play.stage().api().abandon(play.stage().admission(), nowNanos);
            play.cut(nowNanos);
        });
        playing = Optional.empty();
        waiting.forEach(arrival -> arrival.body().free());
        waiting.clear();
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!broughtByTheNetwork(cause)) {
            // No fault of the network's but a bug, and a bug must be seen.
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, cause);
        }
        ctx.close();
    }

    /** Whether a peer broke off or broke the rules of TLS, which the decoder wraps. */
    private static boolean broughtByTheNetwork(Throwable cause) {
        return cause instanceof IOException
                || (cause instanceof DecoderException && cause.getCause() instanceof IOException);
    }
}
