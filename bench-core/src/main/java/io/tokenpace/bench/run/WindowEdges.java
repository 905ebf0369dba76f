package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ClientLoop;
import io.tokenpace.bench.measure.Window;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Sets the window's edges and reads every loop's books of busy connections and pausing users exactly there, on the loop itself: a reading
 * taken a few milliseconds late would miss by as much for every request in flight.
 */
final class WindowEdges {
    private static final long UNKNOWN = -1;
    private static final long UNREAD = Long.MIN_VALUE;
    private static final long REST_NANOS = 1_000_000;

    private final Window window;
    private final List<ClientLoop> loops;
    private final AtomicLongArray atOpening;
    private final AtomicLongArray atClosing;
    private final AtomicLongArray pausesAtOpening;
    private final AtomicLongArray pausesAtClosing;
    private long opensOffset = UNKNOWN;
    private long closesOffset = UNKNOWN;
    private long startNanos;
    private boolean started;

    WindowEdges(Window window, List<ClientLoop> loops) {
        this.window = window;
        this.loops = loops;
        atOpening = new AtomicLongArray(loops.size());
        atClosing = new AtomicLongArray(loops.size());
        pausesAtOpening = new AtomicLongArray(loops.size());
        pausesAtClosing = new AtomicLongArray(loops.size());
        for (int i = 0; i < loops.size(); i++) {
            atOpening.set(i, UNREAD);
            atClosing.set(i, UNREAD);
        }
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

    /** Opens the window at a moment, now or later. What is handed to the loops after this finds the books read. */
    void open(long atNanos) {
        window.openAt(atNanos);
        for (int i = 0; i < loops.size(); i++) {
            int index = i;
            ClientLoop loop = loops.get(i);
            at(loop, atNanos, () -> {
                // An interruption may have emptied the window before it opened.
                if (window.opensNanos() == atNanos) {
                    pausesAtOpening.set(index, loop.pauses().integralNanos(atNanos));
                    atOpening.set(index, loop.gauge().integralNanos(atNanos));
                }
            });
        }
    }

    /** Closes the window at a moment, now or later. */
    void close(long atNanos) {
        window.closeAt(atNanos);
        readAtClosing(atNanos);
    }

    /** Closes the window now, unless it has closed already. One that has not even opened is left without length. */
    void closeNow(long nowNanos) {
        if (!window.hasOpened(nowNanos)) {
            open(nowNanos);
        }
        if (!window.hasClosed(nowNanos)) {
            window.closeBy(nowNanos);
            readAtClosing(window.closesNanos());
        }
    }

    /** Waits until every loop has read its book at the closing. */
    void awaitClosing() {
        for (int i = 0; i < loops.size(); i++) {
            while (atClosing.get(i) == UNREAD) {
                LockSupport.parkNanos(REST_NANOS);
            }
        }
    }

    /** Returns ∫ busy connections dt over the window. */
    long busyNanos() {
        return over(atOpening, atClosing);
    }

    /** Returns ∫ pausing users dt over the window. */
    long pausedNanos() {
        return over(pausesAtOpening, pausesAtClosing);
    }

    Window window() {
        return window;
    }

    private long over(AtomicLongArray opening, AtomicLongArray closing) {
        long sum = 0;
        for (int i = 0; i < loops.size(); i++) {
            if (atOpening.get(i) != UNREAD) {
                sum += closing.get(i) - opening.get(i);
            }
        }
        return sum;
    }

    private void readAtClosing(long atNanos) {
        for (int i = 0; i < loops.size(); i++) {
            int index = i;
            ClientLoop loop = loops.get(i);
            at(loop, atNanos, () -> {
                // An interruption may have brought the end forward since this was planned.
                if (window.closesNanos() == atNanos) {
                    pausesAtClosing.set(index, loop.pauses().integralNanos(atNanos));
                    atClosing.set(index, loop.gauge().integralNanos(atNanos));
                }
            });
        }
    }

    private static void at(ClientLoop loop, long atNanos, Runnable task) {
        long delay = atNanos - loop.now();
        if (delay <= 0) {
            loop.execute(task);
        } else {
            loop.schedule(task, delay);
        }
    }
}
