package io.tokenpace.bench.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.ScheduledFuture;
import io.tokenpace.bench.outcome.ErrorKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The opening of one connection. Addresses are tried one after the other; one that stays silent is joined by the next
 * after a moment, and the first to answer is taken (RFC 8305). One time-out holds for the whole. Everything here runs on
 * the loop.
 */
final class Dial {
    private static final String TUNNEL = "tunnel";
    private static final String TLS = "tls";
    /** The words of EMFILE. */
    private static final String NO_MORE_FILES = "Too many open files";
    /** RFC 8305's recommended delay between attempts. */
    private static final long STAGGER_NANOS = 250_000_000L;

    private final EventLoop eventLoop;
    private final Bootstrap bootstrap;
    private final Route route;
    private final Rotation rotation;
    private final List<Hop> untried;
    private final Caller caller;
    private final Map<Hop, Channel> pending = new LinkedHashMap<>();
    private final List<ScheduledFuture<?>> timers = new ArrayList<>();
    private ErrorKind stage = ErrorKind.CONNECT;
    private boolean over;

    /** Who wants the connection. It is told of the end once, unless it has given the dial up. */
    interface Caller {
        /** Returns the time by the clock that stamps. */
        long now();

        /** Learns that the socket is open, and the tunnel, if there is one. */
        void connected();

        /** Learns that the connection is private, if it is to be. */
        void tlsDone();

        /** Takes the connection, which is ready for the request. */
        void opened(Channel channel);

        void failed(ErrorKind kind, String text);
    }

    Dial(EventLoop eventLoop, Bootstrap bootstrap, Way way, Caller caller) {
        this.eventLoop = eventLoop;
        this.bootstrap = bootstrap;
        this.route = way.route();
        this.rotation = way.rotation();
        this.untried = this.rotation.next(caller.now());
        this.caller = caller;
    }

    void begin(long timeoutNanos) {
        arm(() -> timeOut(timeoutNanos), timeoutNanos);
        tryNext();
    }

    /** Closes whatever is half open; the caller is told nothing. */
    void giveUp() {
        over = true;
        timers.forEach(timer -> timer.cancel(false));
        closePending();
    }

    private void closePending() {
        List<Channel> halfOpen = List.copyOf(pending.values());
        pending.clear();
        halfOpen.forEach(Channel::close);
    }

    private void tryNext() {
        if (over || untried.isEmpty()) {
            return;
        }
        Hop hop = untried.remove(0);
        ChannelFuture attempt = bootstrapTo(hop).connect(hop.destination());
        pending.put(hop, attempt.channel());
        if (!untried.isEmpty()) {
            arm(this::tryNext, STAGGER_NANOS);
        }
        attempt.addListener((ChannelFuture tried) -> onLoop(() -> tried(hop, tried)));
    }

    /** An attempt for which not even a socket could be made ends on a thread of Netty's own. */
    private void onLoop(Runnable task) {
        if (eventLoop.inEventLoop()) {
            task.run();
        } else {
            eventLoop.execute(task);
        }
    }

    private Bootstrap bootstrapTo(Hop hop) {
        if (route.tunnel().isEmpty()) {
            return bootstrap;
        }
        ChannelHandler furnishing = bootstrap.config().handler();
        ProxyHandler asking = route.tunnel().get().newHandler(hop.address());
        return bootstrap.clone().handler(new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(furnishing).addBefore(QuietUntilOpen.NAME, TUNNEL, asking);
            }
        });
    }

    private void tried(Hop hop, ChannelFuture attempt) {
        if (!pending.containsKey(hop)) {
            attempt.channel().close();
            return;
        }
        pending.remove(hop);
        if (attempt.isSuccess()) {
            take(hop, attempt.channel());
            return;
        }
        rotation.setBack(hop, caller.now());
        if (!untried.isEmpty()) {
            tryNext();
        } else if (pending.isEmpty()) {
            failConnecting(attempt.cause());
        }
    }

    /** The service has no part in it where this process may open no more sockets. */
    private void failConnecting(Throwable cause) {
        for (Throwable thrown = cause; thrown != null; thrown = thrown.getCause()) {
            if (String.valueOf(thrown.getMessage()).contains(NO_MORE_FILES)) {
                fail(ErrorKind.CLIENT, "this process may open no more files and sockets: raise its limit, ulimit -n");
                return;
            }
        }
        fail(ErrorKind.CONNECT, String.valueOf(cause.getMessage()));
    }

    private void take(Hop hop, Channel channel) {
        pending.keySet().forEach(overtaken -> rotation.setBack(overtaken, caller.now()));
        closePending();
        untried.clear();
        pending.put(hop, channel);
        if (route.tunnel().isEmpty()) {
            connected(channel);
            return;
        }
        ProxyHandler asked = channel.pipeline().get(ProxyHandler.class);
        asked.connectFuture().addListener(answered -> {
            if (over) {
                return;
            }
            if (answered.isSuccess()) {
                connected(channel);
            } else {
                fail(stage, route.tunnel().get().describe(answered.cause()));
            }
        });
    }

    private void connected(Channel channel) {
        caller.connected();
        if (route.tls().isPresent()) {
            shakeHands(route.tls().get(), channel);
        } else {
            handOver(channel);
        }
    }

    private void shakeHands(TlsClient tls, Channel channel) {
        stage = ErrorKind.TLS;
        SslHandler handler = tls.newHandler(channel.alloc(), route.endpoint());
        channel.pipeline().addBefore(QuietUntilOpen.NAME, TLS, handler);
        handler.handshakeFuture().addListener(shaken -> {
            if (over) {
                return;
            }
            if (shaken.isSuccess()) {
                caller.tlsDone();
                handOver(channel);
            } else {
                fail(stage, TlsFailure.describe(shaken.cause(), route.endpoint().host()));
            }
        });
    }

    private void handOver(Channel channel) {
        if (!channel.isActive()) {
            fail(stage, "the service closed the connection as soon as it was open");
            return;
        }
        pending.clear();
        giveUp();
        channel.pipeline().remove(QuietUntilOpen.NAME);
        caller.opened(channel);
    }

    private void timeOut(long timeoutNanos) {
        String what = stage == ErrorKind.TLS ? "TLS handshake" : "connection";
        fail(stage, "no " + what + " within " + TimeUnit.NANOSECONDS.toMillis(timeoutNanos) + " ms");
    }

    private void fail(ErrorKind kind, String text) {
        giveUp();
        caller.failed(kind, text);
    }

    private void arm(Runnable task, long delayNanos) {
        timers.add(eventLoop.schedule(task, delayNanos, TimeUnit.NANOSECONDS));
    }
}
