package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ClientLoop;
import io.tokenpace.bench.client.InFlightGauge;
import io.tokenpace.bench.measure.Window;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Sets the window's edges, and reads every loop's books of busy connections and pausing users exactly there. */
final class WindowEdges {
    private static final long UNKNOWN = -1;
    private static final long REST_NANOS = 1_000_000;

    private final Window window;
    private final List<ClientLoop> loops;
    private List<Edge> opening = List.of();
    private List<Edge> closing = List.of();
    private long opensOffset = UNKNOWN;
    private long closesOffset = UNKNOWN;
    private long startNanos;
    private boolean started;

    WindowEdges(Window window, List<ClientLoop> loops) {
        this.window = window;
        this.loops = loops;
    }

    /** Sets the start of the load, from which offsets count. */
    synchronized void start(long nanos) {
        startNanos = nanos;
        started = true;
        if (opensOffset != UNKNOWN) {
            open(startNanos + opensOffset);
        }
        if (closesOffset != UNKNOWN) {
            close(startNanos + closesOffset);
        }
    }

    /** Plans the opening of an open load, whose start may not be known yet. */
    synchronized void openAtOffset(long nanos) {
        opensOffset = nanos;
        if (started) {
            open(startNanos + nanos);
        }
    }

    synchronized void closeAtOffset(long nanos) {
        closesOffset = nanos;
        if (started) {
            close(startNanos + nanos);
        }
    }

    /** Opens the window at a moment, now or later. */
    synchronized void open(long atNanos) {
        window.openAt(atNanos);
        opening = edges(atNanos);
    }

    /** Closes the window at a moment, now or later. */
    synchronized void close(long atNanos) {
        window.closeAt(atNanos);
        closing = edges(atNanos);
    }

    /** Closes the window now, unless it has closed already. One that has not even opened is left without length. */
    synchronized void closeNow(long nowNanos) {
        if (!window.hasOpened(nowNanos)) {
            open(nowNanos);
        }
        if (!window.hasClosed(nowNanos)) {
            window.closeBy(nowNanos);
            closing = edges(window.closesNanos());
        }
    }

    /** Waits until every loop has told of all that happened before the closing. */
    void awaitClosing() {
        for (Edge edge : closingEdges()) {
            while (!edge.passed().get()) {
                LockSupport.parkNanos(REST_NANOS);
            }
        }
    }

    /** Returns ∫ busy connections dt over the window. */
    synchronized long busyNanos() {
        return over(Edge::busy);
    }

    /** Returns ∫ pausing users dt over the window. */
    synchronized long pausedNanos() {
        return over(Edge::pauses);
    }

    Window window() {
        return window;
    }

    private synchronized List<Edge> closingEdges() {
        return closing;
    }

    private List<Edge> edges(long atNanos) {
        return loops.stream().map(loop -> Edge.of(loop, atNanos)).toList();
    }

    private long over(Function<Edge, InFlightGauge.Reading> book) {
        return sum(closing, book) - sum(opening, book);
    }

    private static long sum(List<Edge> edges, Function<Edge, InFlightGauge.Reading> book) {
        return edges.stream()
                .mapToLong(edge -> book.apply(edge).integralNanos())
                .sum();
    }

    /** One loop's books at one edge, complete once the loop has passed it. */
    private record Edge(InFlightGauge.Reading busy, InFlightGauge.Reading pauses, AtomicBoolean passed) {
        static Edge of(ClientLoop loop, long atNanos) {
            Edge edge = new Edge(loop.gauge().readAt(atNanos), loop.pauses().readAt(atNanos), new AtomicBoolean());
            long delay = atNanos - loop.now();
            if (delay <= 0) {
                loop.execute(() -> edge.passed.set(true));
            } else {
                loop.schedule(() -> edge.passed.set(true), delay);
            }
            return edge;
        }
    }
}
