package io.tokenpace.cli;

import io.tokenpace.bench.run.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What a run under way looks like on a terminal: lines that fit it, the least important left out where it is low. */
final class Panel {
    /** The blank line above, and one that stays free for a line that somebody else writes. */
    private static final int SPARE_ROWS = 2;

    private static final String TIMES = "tokens/s, last minute";

    private Panel() {}

    /**
     * Returns the lines for a terminal of a size.
     *
     * @param blocks whether it can show a chart of block characters
     */
    static List<PanelLine> lines(PanelState state, TerminalSize size, boolean blocks) {
        List<PanelLine> lines = new ArrayList<>();
        lines.add(new PanelLine(0, false, PanelWords.phase(state), PanelWords.times(state)));
        lines.add(new PanelLine(1, false, "requests", PanelWords.requests(state)));
        lines.add(new PanelLine(5, false, "load, 1/s", load(state)));
        lines.add(new PanelLine(3, false, "ttft", ttft(state)));
        lines.add(new PanelLine(4, false, "decode", PanelWords.decode(state)));
        if (blocks) {
            lines.add(new PanelLine(7, false, "", pace(state, size.columns())));
        }
        lines.add(new PanelLine(6, false, "client", client(state)));
        List<String> errors = PanelWords.errors(state);
        if (!errors.isEmpty()) {
            lines.add(new PanelLine(2, true, "errors", errors));
        }
        return lines.stream()
                .filter(line -> line.rank() < size.rows() - SPARE_ROWS)
                .toList();
    }

    private static List<String> load(PanelState state) {
        return List.of(
                String.format(Locale.ROOT, "%.1f offered", state.offeredPerS()),
                String.format(Locale.ROOT, "%.1f achieved", state.achievedPerS()));
    }

    private static List<String> ttft(PanelState state) {
        List<String> parts = new ArrayList<>(PanelWords.ttft(state));
        parts.add("(" + PanelWords.count(state.now().ttft().count()) + " in " + Standing.RECENT_SECONDS + "s)");
        return parts;
    }

    private static List<String> pace(PanelState state, int columns) {
        List<Double> tokens = state.seconds().stream()
                .map(standing -> standing.tokensPerS().orElse(0))
                .toList();
        int newest = Math.max(0, Math.min(tokens.size(), PanelLine.room(columns) - 1));
        return List.of(Sparkline.of(tokens.subList(tokens.size() - newest, tokens.size())), TIMES);
    }

    private static List<String> client(PanelState state) {
        OptionalDouble lag = state.loopLagMs();
        return List.of("loops " + PanelWords.milliseconds(lag) + " late at most");
    }
}
