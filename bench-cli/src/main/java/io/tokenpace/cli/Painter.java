package io.tokenpace.cli;

import java.util.Optional;

/**
 * Shows what it is handed on a thread of its own, at most four times a second; what is overtaken is passed over. So a
 * terminal that takes nothing, as after Ctrl-S, or a full pipe holds up nobody who measures. Safe for use by several
 * threads.
 */
final class Painter implements AutoCloseable {
    private static final long INTERVAL_MS = 250;

    private final Display display;
    private final Thread thread = new Thread(this::paint, "progress");
    private Optional<PanelState> last = Optional.empty();
    private boolean fresh;
    private boolean closed;

    /** Begins to wait. */
    Painter(Display display) {
        this.display = display;
        thread.setDaemon(true);
        thread.start();
    }

    /** Hands it how the run stands. */
    synchronized void show(PanelState state) {
        last = Optional.of(state);
        fresh = true;
        notifyAll();
    }

    /** Lets it show the same again, if there is anything. */
    synchronized void again() {
        fresh = last.isPresent();
        notifyAll();
    }

    /** Adds a line that stays; what was shown is history. */
    void say(String line) {
        forget();
        display.say(line);
    }

    private synchronized void forget() {
        last = Optional.empty();
        fresh = false;
    }

    private void paint() {
        try {
            for (Optional<PanelState> next = await(); next.isPresent(); next = await()) {
                display.show(next.get());
                rest();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns what there is to show next, or nothing at the end. */
    private synchronized Optional<PanelState> await() throws InterruptedException {
        while (!closed && !fresh) {
            wait();
        }
        fresh = false;
        return closed ? Optional.empty() : last;
    }

    private synchronized void rest() throws InterruptedException {
        long untilNanos = System.nanoTime() + INTERVAL_MS * 1_000_000;
        for (long left = INTERVAL_MS; left > 0 && !closed; left = (untilNanos - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    /** Ends it, and takes away what does not stay. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        display.clear();
    }
}
