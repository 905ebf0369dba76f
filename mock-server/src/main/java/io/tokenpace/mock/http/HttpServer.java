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
import io.netty.util.concurrent.GlobalEventExecutor;
import io.tokenpace.mock.api.Apis;
import io.tokenpace.mock.api.DeltaFrames;
import io.tokenpace.mock.api.RequestKeys;
import io.tokenpace.mock.fault.FaultPlan;
import io.tokenpace.mock.model.IsolatedService;
import io.tokenpace.mock.text.Samplers;
import io.tokenpace.mock.truth.Instruments;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server that listens, with event loops of its own. */
public final class HttpServer implements AutoCloseable {
    private static final int BACKLOG = 4_096;
    private static final int LOW_WATER_BYTES = 16 * 1024;
    private static final int HIGH_WATER_BYTES = 64 * 1024;

    /** Left to itself, the kernel takes megabytes for each reader that does not read. */
    private static final int SEND_BYTES = 128 * 1024;

    private static final long GRACE_MILLIS = 1_000;
    private static final long SHUTDOWN_MILLIS = 2_000;

    private final EventLoopGroup loops;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final DeltaFrames frames = new DeltaFrames();
    private final Reception reception;
    private final Channel listener;

    private HttpServer(
            String host,
            int port,
            int loopCount,
            IsolatedService service,
            Apis apis,
            FaultPlan faults,
            long seed,
            Instruments record,
            Limits limits)
            throws IOException {
        reception = new Reception(limits);
        Transport transport = Transport.best();
        loops = new MultiThreadIoEventLoopGroup(
                loopCount, new DefaultThreadFactory("mock-loop", true), transport.handlers());
        Errors errors = new Errors(apis);
        Watching watching =
                new Watching(record, service::waiting, reception::connections, reception::refusedConnections);
        Answering answering = new Answering(
                service,
                new RequestKeys(seed),
                apis,
                new Lookup(apis.anthropic()),
                frames,
                new Samplers(),
                new Faults(faults),
                errors,
                Plays.of(errors),
                record,
                watching);
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
                .childHandler(
                        new Connections(connections, Players.forLoops(loops, record.lateness()), answering, reception))
                .bind(host, port)
                .awaitUninterruptibly();
        listener = bound.channel();
        if (!bound.isSuccess()) {
            shutDown();
            throw new IOException(
                    "cannot listen on " + host + ":" + port + ": "
                            + Optional.ofNullable(bound.cause().getMessage()).orElse("no such address"),
                    bound.cause());
        }
    }

    /** Binds, and returns once connections are accepted; port 0 takes any free one. */
    public static HttpServer start(
            String host,
            int port,
            int loops,
            IsolatedService service,
            Apis apis,
            FaultPlan faults,
            long seed,
            Instruments record)
            throws IOException {
        return start(host, port, loops, service, apis, faults, seed, record, Limits.standard());
    }

    /** The same, within other limits. */
    public static HttpServer start(
            String host,
            int port,
            int loops,
            IsolatedService service,
            Apis apis,
            FaultPlan faults,
            long seed,
            Instruments record,
            Limits limits)
            throws IOException {
        return new HttpServer(host, port, loops, service, apis, faults, seed, record, limits);
    }

    /** The port that is listened on. */
    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
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

    /** Stops accepting, lets answers under way go on for a second, and cuts what is left. */
    @Override
    public void close() {
        listener.close().awaitUninterruptibly();
        connections.forEach(connection -> connection.pipeline().fireUserEventTriggered(ServerClosing.EVENT));
        connections.newCloseFuture().awaitUninterruptibly(GRACE_MILLIS);
        connections.close().awaitUninterruptibly(SHUTDOWN_MILLIS);
        shutDown();
    }

    private void shutDown() {
        reception.close(SHUTDOWN_MILLIS);
        loops.shutdownGracefully(0, SHUTDOWN_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly(2 * SHUTDOWN_MILLIS);
    }
}
