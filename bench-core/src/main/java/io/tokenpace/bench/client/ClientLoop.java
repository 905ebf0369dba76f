package io.tokenpace.bench.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.tokenpace.bench.clock.NanoClock;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.WireFormat;
import io.tokenpace.bench.wire.sse.SseReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One event loop of the client with the connections that live on it. A connection never changes loops, and everything
 * but {@link #execute}, {@link #schedule} and the gauge must be called on the loop itself.
 */
public final class ClientLoop implements Executor {
    static final int MAX_EVENT_BYTES = 4 << 20;
    private static final long DRAIN_NANOS = 1_000_000_000L;

    private final EventLoop eventLoop;
    private final Bootstrap bootstrap;
    private final NanoClock clock;
    private final Deadlines deadlines;
    private final InFlightGauge gauge;
    private final InFlightGauge pauses;
    private final SseReader eventReader = new SseReader(MAX_EVENT_BYTES);
    private final AnswerReader answerReader;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Set<Connection> open = new HashSet<>();
    private final Set<Exchange> connecting = new HashSet<>();
    private final AtomicLong contentEvents = new AtomicLong();

    ClientLoop(EventLoop eventLoop, Bootstrap bootstrap, WireFormat format, Timeouts timeouts, NanoClock clock) {
        this.eventLoop = eventLoop;
        this.clock = clock;
        this.deadlines = new Deadlines(timeouts);
        this.gauge = new InFlightGauge(clock.nanoTime());
        this.pauses = new InFlightGauge(clock.nanoTime());
        this.answerReader = format.newReader();
        this.bootstrap = bootstrap.clone(eventLoop).handler(new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                furnish(channel);
            }
        });
    }

    /** Sends an exchange on an idle connection, or on a new one. Its listener learns of the end on this loop. */
    public void send(Exchange exchange) {
        Connection connection = idle.pollLast();
        while (connection != null && !connection.isUsable()) {
            connection = idle.pollLast();
        }
        if (connection != null) {
            connection.send(exchange);
        } else {
            sendOnFreshConnection(exchange);
        }
    }

    void sendOnFreshConnection(Exchange exchange) {
        connecting.add(exchange);
        exchange.connecting(now());
        bootstrap.connect().addListener((ChannelFuture connected) -> {
            if (!connecting.remove(exchange)) {
                connected.channel().close();
            } else if (connected.isSuccess()) {
                exchange.connected(now());
                connected.channel().pipeline().get(Connection.class).send(exchange);
            } else {
                exchange.fail(
                        ErrorKind.CONNECT, String.valueOf(connected.cause().getMessage()), now());
                exchange.end();
            }
        });
    }

    /** Gives up every exchange that is under way; each one's listener is told. */
    public void cancelAll() {
        List<Exchange> waiting = new ArrayList<>(connecting);
        connecting.clear();
        for (Exchange exchange : waiting) {
            exchange.cancel(now());
            exchange.end();
        }
        List.copyOf(open).forEach(Connection::abandon);
    }

    @Override
    public void execute(Runnable task) {
        eventLoop.execute(task);
    }

    /** Runs a task on the loop after a delay. */
    public void schedule(Runnable task, long delayNanos) {
        eventLoop.schedule(task, delayNanos, TimeUnit.NANOSECONDS);
    }

    /** Returns how many events with content have arrived; may be asked from any thread. */
    public long contentEvents() {
        return contentEvents.get();
    }

    void countContent(int events) {
        // One writer: a plain read and an ordered write cost no locked instruction.
        contentEvents.lazySet(contentEvents.getPlain() + events);
    }

    /** Returns the book of this loop's busy connections. */
    public InFlightGauge gauge() {
        return gauge;
    }

    /** Returns the book of those who pause on this loop between an answer and their next request. */
    public InFlightGauge pauses() {
        return pauses;
    }

    /** Returns the time by the clock that stamps. */
    public long now() {
        return clock.nanoTime();
    }

    /** Returns how many connections are open, busy or not. */
    int openConnections() {
        return open.size();
    }

    Deadlines deadlines() {
        return deadlines;
    }

    SseReader eventReader() {
        return eventReader;
    }

    AnswerReader answerReader() {
        return answerReader;
    }

    void release(Connection connection) {
        idle.addLast(connection);
    }

    /** Waits a moment for the end of a body whose answer has ended already. */
    void drain(Connection connection) {
        schedule(connection::closeIfDraining, DRAIN_NANOS);
    }

    void opened(Connection connection) {
        open.add(connection);
    }

    void closed(Connection connection) {
        open.remove(connection);
        idle.remove(connection);
    }

    private void furnish(Channel channel) {
        ReadStamp stamp = new ReadStamp(clock);
        AnswerDecoder decoder = new AnswerDecoder();
        Connection connection = new Connection(this, channel, stamp, decoder);
        channel.pipeline().addLast(stamp, decoder, connection);
    }
}
