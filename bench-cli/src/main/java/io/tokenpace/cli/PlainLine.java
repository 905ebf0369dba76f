package io.tokenpace.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run under way in one line, for a log. */
final class PlainLine {
    private PlainLine() {}

    static String of(PanelState state) {
        return Stream.of(
                        String.format(Locale.ROOT, "%4d s", state.elapsedS()),
                        PanelWords.phase(state) + " " + joined(PanelWords.times(state)),
                        joined(PanelWords.requests(state)),
                        String.format(
                                Locale.ROOT,
                                "offered %.1f/s, achieved %.1f/s",
                                state.offeredPerS(),
                                state.achievedPerS()),
                        "ttft " + joined(PanelWords.ttft(state)),
                        "decode " + joined(PanelWords.decode(state)),
                        "loops " + PanelWords.milliseconds(state.loopLagMs()) + " late",
                        errors(PanelWords.errors(state)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  "));
    }

    private static String errors(List<String> errors) {
        return errors.isEmpty() ? "" : "errors " + joined(errors);
    }

    private static String joined(List<String> parts) {
        return String.join(", ", parts);
    }
}
