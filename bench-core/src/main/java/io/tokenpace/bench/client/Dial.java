package io.tokenpace.bench.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
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
    /** RFC 8305's recommended delay between attempts. */
    private static final long STAGGER_NANOS = 250_000_000L;

    private final EventLoop eventLoop;
    private final Bootstrap bootstrap;
    private final Rotation rotation;
    private final List<Hop> untried;
    private final Caller caller;
    private final Map<Hop, Channel> pending = new LinkedHashMap<>();
    private final List<ScheduledFuture<?>> timers = new ArrayList<>();
    private boolean over;

    /** Who wants the connection. It is told of the end once, unless it has given the dial up. */
    interface Caller {
        /** Returns the time by the clock that stamps. */
        long now();

        /** Takes the open connection. */
        void opened(Channel channel);

        void failed(ErrorKind kind, String text);
    }

    Dial(EventLoop eventLoop, Bootstrap bootstrap, Rotation rotation, Caller caller) {
        this.eventLoop = eventLoop;
        this.bootstrap = bootstrap;
        this.rotation = rotation;
        this.untried = rotation.next(caller.now());
        this.caller = caller;
    }

    void begin(long timeoutNanos) {
        arm(
                () -> fail(
                        ErrorKind.CONNECT,
                        "no connection within " + TimeUnit.NANOSECONDS.toMillis(timeoutNanos) + " ms"),
                timeoutNanos);
        tryNext();
    }

    /** Closes whatever is half open; the caller is told nothing. */
    void giveUp() {
        over = true;
        timers.forEach(timer -> timer.cancel(false));
        List.copyOf(pending.values()).forEach(Channel::close);
        pending.clear();
    }

    private void tryNext() {
        if (over || untried.isEmpty()) {
            return;
        }
        Hop hop = untried.remove(0);
        ChannelFuture attempt = bootstrap.connect(hop.address());
        pending.put(hop, attempt.channel());
        if (!untried.isEmpty()) {
            arm(this::tryNext, STAGGER_NANOS);
        }
        attempt.addListener((ChannelFuture tried) -> tried(hop, tried));
    }

    private void tried(Hop hop, ChannelFuture attempt) {
        if (over) {
            attempt.channel().close();
            return;
        }
        pending.remove(hop);
        if (attempt.isSuccess()) {
            pending.keySet().forEach(overtaken -> rotation.setBack(overtaken, caller.now()));
            giveUp();
            caller.opened(attempt.channel());
            return;
        }
        rotation.setBack(hop, caller.now());
        if (!untried.isEmpty()) {
            tryNext();
        } else if (pending.isEmpty()) {
            fail(ErrorKind.CONNECT, String.valueOf(attempt.cause().getMessage()));
        }
    }

    private void fail(ErrorKind kind, String text) {
        giveUp();
        caller.failed(kind, text);
    }

    private void arm(Runnable task, long delayNanos) {
        timers.add(eventLoop.schedule(task, delayNanos, TimeUnit.NANOSECONDS));
    }
}
