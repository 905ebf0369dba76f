package io.tokenpace.bench.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.tokenpace.bench.clock.NanoClock;
import io.tokenpace.bench.wire.WireFormat;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The client: a number of event loops, each with connections of its own to the target. */
public final class Client implements AutoCloseable {
    private static final long SHUTDOWN_SECONDS = 5;

    private final EventLoopGroup group;
    private final List<ClientLoop> loops;
    private final Optional<TlsClient> tls;

    private Client(EventLoopGroup group, List<ClientLoop> loops, Optional<TlsClient> tls) {
        this.group = group;
        this.loops = loops;
        this.tls = tls;
    }

    /**
     * Opens the event loops; connections are opened when they are needed. Names are looked up once, here: a look-up on an
     * event loop would stop every stream on it, and a run whose addresses change midway would measure two services.
     *
     * @throws UnknownHostException whose message is the name that nobody knows
     */
    public static Client open(Target target, WireFormat format, Timeouts timeouts, int loopCount, NanoClock clock)
            throws UnknownHostException {
        return open(target, format, timeouts, loopCount, clock, Platform.detected());
    }

    static Client open(
            Target target, WireFormat format, Timeouts timeouts, int loopCount, NanoClock clock, Platform platform)
            throws UnknownHostException {
        List<Route> routes = Route.findAll(target, platform);
        boolean epoll = Epoll.isAvailable();
        IoHandlerFactory handlers = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        Class<? extends Channel> channelType = epoll ? EpollSocketChannel.class : NioSocketChannel.class;
        EventLoopGroup group =
                new MultiThreadIoEventLoopGroup(loopCount, new DefaultThreadFactory("client-loop", true), handlers);
        Bootstrap bootstrap = new Bootstrap()
                .channel(channelType)
                // Names were looked up already, or are for a proxy to look up.
                .disableResolver()
                .option(ChannelOption.TCP_NODELAY, true)
                // A service may refuse a long request and close before it has read it all: the refusal must still be
                // read.
                .option(ChannelOption.AUTO_CLOSE, false)
                // Who dials has a time-out for all attempts together; Netty's would stay in memory with the connection.
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0);
        List<ClientLoop> loops = IntStream.range(0, loopCount)
                .mapToObj(
                        i -> new ClientLoop(group.next(), bootstrap, target, ways(routes, i), format, timeouts, clock))
                .toList();
        return new Client(group, loops, routes.get(0).tls());
    }

    private static List<Way> ways(List<Route> routes, int loop) {
        return routes.stream().map(route -> new Way(route, loop)).toList();
    }

    public List<ClientLoop> loops() {
        return loops;
    }

    /** Closes every connection and ends the loops. */
    @Override
    public void close() {
        group.shutdownGracefully(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
        tls.ifPresent(TlsClient::close);
    }
}
