package io.tokenpace.mock.http;

import io.netty.channel.EventLoop;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerFactory;
import io.netty.util.concurrent.ThreadAwareExecutor;
import io.tokenpace.mock.truth.Lateness;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * The player of each event loop, made together with the handler of the loop's sockets.
 *
 * <p>A group makes all its loops before any of them runs.
 */
final class Players implements IoHandlerFactory {
    private final IoHandlerFactory sockets;
    private final Lateness lateness;
    private final Map<Executor, Player> byLoop = new HashMap<>();

    Players(IoHandlerFactory sockets, Lateness lateness) {
        this.sockets = sockets;
        this.lateness = lateness;
    }

    @Override
    public IoHandler newHandler(ThreadAwareExecutor loop) {
        Player player = new Player(loop, lateness.newLoop());
        byLoop.put(loop, player);
        return new PunctualIoHandler(sockets.newHandler(loop), player);
    }

    Player of(EventLoop loop) {
        Player player = byLoop.get(loop);
        if (player == null) {
            throw new IllegalStateException("loop (" + loop + ") must be one of this server's");
        }
        return player;
    }
}
