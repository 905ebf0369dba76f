package io.tokenpace.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;

/**
 * Draws a panel over the one before. Safe for use by several threads.
 *
 * <p>Between two drawings the cursor waits on a blank line above the panel. A terminal that is made narrower wraps what
 * it shows, or cuts it off; either way the old panel lies below the cursor and nowhere else, and can be erased without
 * knowing which. And a line that somebody else writes meanwhile finds an empty one to stand on, and is followed by the
 * next panel. The cursor is never hidden, so that no way to end a process can leave it so.
 */
final class PanelDisplay implements Display {
    private static final String ESCAPE = "\u001b[";
    private static final String ERASE_LINE = ESCAPE + "K";
    private static final String ERASE_BELOW = ESCAPE + "J";
    private static final String RED = ESCAPE + "31m";
    private static final String PLAIN = ESCAPE + "0m";

    private final PrintWriter err;
    private final Terminal terminal;
    private final Supplier<TerminalSize> size;
    private TerminalSize drawnFor = TerminalSize.USUAL;

    PanelDisplay(PrintWriter err, Terminal terminal, Supplier<TerminalSize> size) {
        this.err = err;
        this.terminal = terminal;
        this.size = size;
    }

    @Override
    public synchronized void show(PanelState state) {
        TerminalSize now = size.get();
        List<PanelLine> lines = Panel.lines(state, now, terminal.blocks());
        StringBuilder frame = new StringBuilder("\r");
        frame.append(now.equals(drawnFor) ? "" : ERASE_BELOW).append(ERASE_LINE);
        for (PanelLine line : lines) {
            // The last column stays free: some terminals wrap once it is written, and others with the next character.
            frame.append("\r\n").append(styled(line, now.columns() - 1)).append(ERASE_LINE);
        }
        frame.append(ERASE_BELOW);
        if (!lines.isEmpty()) {
            frame.append(ESCAPE).append(lines.size()).append('A');
        }
        write(frame.append('\r'));
        drawnFor = now;
    }

    private String styled(PanelLine line, int columns) {
        String text = line.fitted(columns);
        return line.alarming() && terminal.colours() ? RED + text + PLAIN : text;
    }

    @Override
    public synchronized void say(String line) {
        write(new StringBuilder("\r").append(ERASE_BELOW).append(line).append(System.lineSeparator()));
    }

    @Override
    public synchronized void clear() {
        write(new StringBuilder("\r").append(ERASE_BELOW));
    }

    /** In one piece, so that nothing half drawn is seen. */
    private void write(StringBuilder frame) {
        err.print(frame);
        err.flush();
    }
}
