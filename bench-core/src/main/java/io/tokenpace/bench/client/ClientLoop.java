package io.tokenpace.bench.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.tokenpace.bench.clock.NanoClock;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.WireFormat;
import io.tokenpace.bench.wire.sse.SseReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
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
    private final Target target;
    private final boolean keepsConnections;
    private final Secrets secrets;
    private final List<Way> ways;
    private final List<Optional<Forwarder>> forwarders;
    private final long connectTimeoutNanos;
    private final Map<Connection, Way> open = new HashMap<>();
    private final Map<Exchange, Dial> connecting = new HashMap<>();
    private final AtomicLong contentEvents = new AtomicLong();
    private final AtomicLong misdeclared = new AtomicLong();
    private Optional<HeadStart> headStart = Optional.empty();

    /** @param ways one to each endpoint of the target */
    ClientLoop(
            EventLoop eventLoop,
            Bootstrap bootstrap,
            Target target,
            List<Way> ways,
            WireFormat format,
            Timeouts timeouts,
            NanoClock clock) {
        this.eventLoop = eventLoop;
        this.target = target;
        this.keepsConnections = target.keepsConnections();
        this.secrets = Secrets.of(target);
        this.ways = List.copyOf(ways);
        this.forwarders = target.endpoints().stream().map(target::forwarderTo).toList();
        this.connectTimeoutNanos = timeouts.connect().toNanos();
        this.clock = clock;
        this.deadlines = new Deadlines(timeouts);
        this.gauge = new InFlightGauge(clock.nanoTime());
        this.pauses = new InFlightGauge(clock.nanoTime());
        this.answerReader = format.newReader();
        this.bootstrap = bootstrap.clone(eventLoop).handler(new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline()
                        .addLast(new ReadStamp(clock, target.first().tls()))
                        .addLast(QuietUntilOpen.NAME, new QuietUntilOpen());
            }
        });
    }

    /** Sends an exchange on an idle connection, or on a new one. Its listener learns of the end on this loop. */
    public void send(Exchange exchange) {
        exchange.through(forwarders.get(target.endpointOf(exchange.request())));
        Optional<Connection> idle = wayOf(exchange).takeIdle();
        if (idle.isPresent()) {
            idle.get().send(exchange);
        } else {
            sendOnFreshConnection(exchange);
        }
    }

    void sendOnFreshConnection(Exchange exchange) {
        Way way = wayOf(exchange);
        exchange.connecting(now());
        Dial dial = new Dial(eventLoop, bootstrap, way, new Waiting(exchange, way));
        connecting.put(exchange, dial);
        dial.begin(connectTimeoutNanos);
    }

    /**
     * Opens connections to the endpoints in turn, which wait for requests.
     *
     * @return the words of each one that could not be opened, once none is under way any more
     */
    public CompletableFuture<List<String>> openAhead(int connections) {
        HeadStart start = new HeadStart(this, ways, connections, this::dial);
        headStart = Optional.of(start);
        return start.begin();
    }

    private Dial dial(HeadStart.Opening opening) {
        Dial dial = new Dial(eventLoop, bootstrap, opening.way(), opening);
        dial.begin(connectTimeoutNanos);
        return dial;
    }

    private Way wayOf(Exchange exchange) {
        return ways.get(target.endpointOf(exchange.request()));
    }

    /** Gives up every exchange that is under way; each one's listener is told. */
    public void cancelAll() {
        headStart.ifPresent(HeadStart::giveUp);
        Map<Exchange, Dial> waiting = Map.copyOf(connecting);
        connecting.clear();
        waiting.values().forEach(Dial::giveUp);
        for (Exchange exchange : waiting.keySet()) {
            exchange.cancel(now());
            exchange.end();
        }
        List.copyOf(open.keySet()).forEach(Connection::abandon);
    }

    @Override
    public void execute(Runnable task) {
        eventLoop.execute(task);
    }

    /** Runs a task on the loop after a delay, unless it is cancelled before. */
    public Future<?> schedule(Runnable task, long delayNanos) {
        return eventLoop.schedule(task, delayNanos, TimeUnit.NANOSECONDS);
    }

    /** Returns how many events with content have arrived; may be asked from any thread. */
    public long contentEvents() {
        return contentEvents.get();
    }

    /** Returns how many streams of events came under another content type; may be asked from any thread. */
    public long misdeclaredStreams() {
        return misdeclared.get();
    }

    void countMisdeclaredStream() {
        misdeclared.lazySet(misdeclared.getPlain() + 1);
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

    /** Returns whether a connection may carry another request. */
    boolean keepsConnections() {
        return keepsConnections;
    }

    /** Returns what no words of a service may repeat. */
    Secrets secrets() {
        return secrets;
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
        open.get(connection).release(connection);
    }

    /** Waits a moment for the end of a body whose answer has ended already. */
    void drain(Connection connection) {
        schedule(connection::closeIfDraining, DRAIN_NANOS);
    }

    /** Takes a connection that has just been opened into its books. */
    Connection adopt(Channel channel, Way way) {
        ReadStamp stamp = channel.pipeline().get(ReadStamp.class);
        if (way.route().tls().isPresent()) {
            channel.pipeline().addLast(new PlainReads(stamp));
        }
        Connection connection = new Connection(this, channel, stamp);
        channel.pipeline().addLast(connection);
        open.put(connection, way);
        return connection;
    }

    void closed(Connection connection) {
        open.remove(connection).forget(connection);
    }

    /** An exchange that waits for its connection. */
    private final class Waiting implements Dial.Caller {
        private final Exchange exchange;
        private final Way way;

        Waiting(Exchange exchange, Way way) {
            this.exchange = exchange;
            this.way = way;
        }

        @Override
        public long now() {
            return ClientLoop.this.now();
        }

        @Override
        public void connected() {
            exchange.connected(now());
        }

        @Override
        public void tlsDone() {
            exchange.tlsDone(now());
        }

        @Override
        public void opened(Channel channel) {
            connecting.remove(exchange);
            adopt(channel, way).send(exchange);
        }

        @Override
        public void failed(ErrorKind kind, String text) {
            connecting.remove(exchange);
            exchange.fail(kind, text, now());
            exchange.end();
        }
    }
}
