package io.tokenpace.cli;

import java.io.PrintWriter;

/** Adds a line every five seconds of a run, for a file or a pipe. */
final class PlainDisplay implements Display {
    private static final int INTERVAL_S = 5;

    private final PrintWriter err;
    private long lastS;

    PlainDisplay(PrintWriter err) {
        this.err = err;
    }

    @Override
    public synchronized void show(PanelState state) {
        long elapsedS = state.elapsedS();
        boolean anotherRun = elapsedS < lastS;
        boolean due = elapsedS / INTERVAL_S > (anotherRun ? 0 : lastS / INTERVAL_S);
        lastS = elapsedS;
        if (due) {
            say(PlainLine.of(state));
        }
    }

    @Override
    public void say(String line) {
        err.println(line);
        err.flush();
    }

    @Override
    public void clear() {}
}
