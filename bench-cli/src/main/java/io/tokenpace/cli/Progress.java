package io.tokenpace.cli;

import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.result.Totals;
import io.tokenpace.bench.run.RunObserver;
import io.tokenpace.bench.run.Standing;
import io.tokenpace.bench.schedule.Extent;
import java.io.PrintWriter;
import java.util.Optional;

/** Shows on stderr how a run goes while it goes on: a panel on a terminal, a line every few seconds elsewhere. */
final class Progress implements RunObserver, AutoCloseable {
    private final Extent extent;
    private final Painter painter;
    private Optional<PanelState> state = Optional.empty();

    private Progress(Extent extent, Display display) {
        this.extent = extent;
        this.painter = new Painter(display);
    }

    /**
     * Begins to show runs, one after the other.
     *
     * @param quiet whether nothing is to be shown
     * @param extent how long each of them lasts
     */
    static Progress of(PrintWriter err, boolean quiet, Extent extent) {
        Terminal terminal = Terminal.ofProcess();
        if (quiet || !terminal.redraws()) {
            return new Progress(extent, quiet ? new NoDisplay() : new PlainDisplay(err));
        }
        WindowSize size = new WindowSize(System.getenv());
        // Before the load begins, which a new process would disturb.
        size.get();
        Progress progress = new Progress(extent, new PanelDisplay(err, terminal, size));
        size.follow(progress.painter::again);
        return progress;
    }

    @Override
    public void second(Second second, Totals soFar) {}

    @Override
    public synchronized void standing(Standing standing) {
        state = Optional.of(
                state.map(before -> before.next(standing)).orElseGet(() -> PanelState.first(standing, extent)));
        painter.show(state.get());
    }

    /** Adds a line that stays. */
    void say(String line) {
        painter.say(line);
    }

    @Override
    public void close() {
        painter.close();
    }
}
