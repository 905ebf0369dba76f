package io.tokenpace.bench.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** One event loop's way to one endpoint: the addresses it takes in turn, and the connections that wait to be used again. */
final class Way {
    private final Route route;
    private final Rotation rotation;
    private final Deque<Connection> idle = new ArrayDeque<>();

    Way(Route route, int firstTurn) {
        this.route = route;
        this.rotation = new Rotation(route.hops(), firstTurn);
    }

    Route route() {
        return route;
    }

    Rotation rotation() {
        return rotation;
    }

    /** Takes the connection that was used last, if one is idle. */
    Optional<Connection> takeIdle() {
        Optional<Connection> connection = Optional.ofNullable(idle.pollLast());
        while (connection.isPresent() && !connection.get().isUsable()) {
            connection = Optional.ofNullable(idle.pollLast());
        }
        return connection;
    }

    void release(Connection connection) {
        idle.addLast(connection);
    }

    void forget(Connection connection) {
        idle.remove(connection);
    }
}
