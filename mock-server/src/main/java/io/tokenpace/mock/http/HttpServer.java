package io.tokenpace.mock.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.tokenpace.mock.api.DeltaFrames;
import io.tokenpace.mock.api.RequestKeys;
import io.tokenpace.mock.text.Samplers;
import io.tokenpace.mock.truth.Instruments;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server that listens, with event loops of its own. */
public final class HttpServer implements AutoCloseable {
    private static final int BACKLOG = 4_096;
    private static final int LOW_WATER_BYTES = 16 * 1024;
    private static final int HIGH_WATER_BYTES = 64 * 1024;

    /** Left to itself, the kernel takes megabytes for each reader that does not read. */
    private static final int SEND_BYTES = 128 * 1024;

    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final long SHUTDOWN_MILLIS = 2_000;

    private final EventLoopGroup loops;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final DeltaFrames frames = new DeltaFrames();
    private final Instruments record;
    private final Reception reception;
    private final Channel listener;

    private HttpServer(Listening listening, Serving serving) throws IOException {
        record = serving.record();
        reception = new Reception(listening.limits(), listening.tls());
        Transport transport = Transport.best();
        Players players = new Players(transport.handlers(), record.lateness());
        loops = new MultiThreadIoEventLoopGroup(
                listening.loops(), new DefaultThreadFactory("mock-loop", true), players);
        ChannelFuture bound = new ServerBootstrap()
                .group(loops, loops)
                .channel(transport.serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.SO_SNDBUF, SEND_BYTES)
                .childOption(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(LOW_WATER_BYTES, HIGH_WATER_BYTES))
                .childHandler(new Connections(connections, players, answering(serving), reception))
                .bind(listening.host(), listening.port())
                .awaitUninterruptibly();
        listener = bound.channel();
        if (!bound.isSuccess()) {
            shutDown();
            throw new IOException(
                    "cannot listen on " + listening.host() + ":" + listening.port() + ": "
                            + Optional.ofNullable(bound.cause().getMessage()).orElse("no such address"),
                    bound.cause());
        }
    }

    private Answering answering(Serving serving) {
        Errors errors = new Errors(serving.apis());
        return new Answering(
                serving.service(),
                new RequestKeys(serving.seed()),
                serving.apis(),
                new Lookup(serving.apis().anthropic()),
                frames,
                new Samplers(),
                new Faults(serving.faults()),
                errors,
                Plays.of(errors),
                record,
                new Watching(
                        record, serving.service()::waiting, reception::connections, reception::refusedConnections));
    }

    /** Binds, and returns once connections are accepted. */
    public static HttpServer start(Listening listening, Serving serving) throws IOException {
        return new HttpServer(listening, serving);
    }

    /** The address and the port that are listened on. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.localAddress();
    }

    /** The port that is listened on. */
    public int port() {
        return address().getPort();
    }

    /** How many connections are open. Any thread may ask, as for the following. */
    public int connections() {
        return reception.connections();
    }

    /** How many connections were refused because too many were open. */
    public long refusedConnections() {
        return reception.refusedConnections();
    }

    /** How many bytes of bodies are being collected or wait to be read. */
    public long bodyBytes() {
        return reception.room().taken();
    }

    /** How many bytes were written and not yet taken by the kernel, because their readers are slow. */
    public long unsentBytes() {
        return connections.stream().mapToLong(HttpServer::unsentBytes).sum();
    }

    private static long unsentBytes(Channel connection) {
        return connection.isWritable()
                ? HIGH_WATER_BYTES - connection.bytesBeforeUnwritable()
                : LOW_WATER_BYTES + connection.bytesBeforeWritable();
    }

    /** Closes with a second for answers under way. */
    @Override
    public void close() {
        close(GRACE);
    }

    /**
     * Stops accepting, closes idle connections, lets answers under way go on for as long as {@code grace}, and cuts what
     * is left. Returns how many answers that is.
     */
    public int close(Duration grace) {
        listener.close().awaitUninterruptibly();
        awaitAccepted();
        connections.forEach(connection -> connection.pipeline().fireUserEventTriggered(ServerClosing.EVENT));
        connections.newCloseFuture().awaitUninterruptibly(grace.toMillis());
        int cut = record.inFlight().count();
        connections.close().awaitUninterruptibly(SHUTDOWN_MILLIS);
        shutDown();
        return cut;
    }

    /** A connection that was accepted last may still wait to be set up by its loop, which takes its tasks in order. */
    private void awaitAccepted() {
        for (EventExecutor loop : loops) {
            loop.submit(() -> {}).awaitUninterruptibly();
        }
    }

    private void shutDown() {
        reception.close(SHUTDOWN_MILLIS);
        loops.shutdownGracefully(0, SHUTDOWN_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly(2 * SHUTDOWN_MILLIS);
    }
}
