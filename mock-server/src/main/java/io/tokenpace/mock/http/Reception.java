package io.tokenpace.mock.http;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.tokenpace.mock.model.RequestKey;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * What all connections of a server share before their requests are answered: the limits, the room for bodies, the thread
 * that reads long ones, and the count of who is there. Safe for use by several threads.
 */
final class Reception {
    private final Limits limits;
    private final Optional<Encryption> tls;
    private final BodyRoom room;
    private final ExecutorService longBodies =
            Executors.newSingleThreadExecutor(new DefaultThreadFactory("mock-long-bodies", true));
    private final AtomicInteger connections = new AtomicInteger();
    private final LongAdder refusedConnections = new LongAdder();
    private final AtomicLong turnedAway = new AtomicLong();

    Reception(Limits limits, Optional<Encryption> tls) {
        this.limits = limits;
        this.tls = tls;
        room = new BodyRoom(limits.allBodiesBytes());
    }

    Limits limits() {
        return limits;
    }

    /** How connections are encrypted, if they are. */
    Optional<Encryption> tls() {
        return tls;
    }

    BodyRoom room() {
        return room;
    }

    /** Runs what would hold up an event loop. */
    void runAside(Runnable task) {
        longBodies.execute(task);
    }

    /** Counts a connection in and returns true, or counts it as refused. */
    boolean admitConnection() {
        if (connections.incrementAndGet() <= limits.connections()) {
            return true;
        }
        connections.decrementAndGet();
        refusedConnections.increment();
        return false;
    }

    void connectionClosed() {
        connections.decrementAndGet();
    }

    int connections() {
        return connections.get();
    }

    long refusedConnections() {
        return refusedConnections.sum();
    }

    /** Returns a key for a request that is turned away unread, so that nothing else can name it. */
    RequestKey keyOfTurnedAway() {
        return RequestKey.named(0, "turned-away-" + turnedAway.incrementAndGet());
    }

    void close(long patienceMillis) {
        longBodies.shutdown();
        try {
            longBodies.awaitTermination(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
