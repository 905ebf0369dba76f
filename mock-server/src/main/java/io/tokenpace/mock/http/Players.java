package io.tokenpace.mock.http;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import io.tokenpace.mock.truth.Lateness;
import java.util.HashMap;
import java.util.Map;

/** The player of each event loop. */
final class Players {
    private final Map<EventLoop, Player> byLoop = new HashMap<>();

    private Players() {}

    static Players forLoops(EventLoopGroup loops, Lateness lateness) {
        Players players = new Players();
        for (EventExecutor loop : loops) {
            players.byLoop.put((EventLoop) loop, new Player((EventLoop) loop, lateness.newLoop()));
        }
        return players;
    }

    Player of(EventLoop loop) {
        Player player = byLoop.get(loop);
        if (player == null) {
            throw new IllegalStateException("loop (" + loop + ") must be one of this server's");
        }
        return player;
    }
}
