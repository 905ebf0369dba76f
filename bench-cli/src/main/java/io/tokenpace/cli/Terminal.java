package io.tokenpace.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an output of this process can show.
 *
 * @param redraws whether what was written can be written over
 * @param colours whether that may be in colours
 * @param blocks whether there are characters to draw a chart with
 */
record Terminal(boolean redraws, boolean colours, boolean blocks) {
    /** Set by the launcher, which can tell without a native library, where stderr is a terminal. */
    static final String PROPERTY = "tokenpace.terminal";

    private static final String OUTPUT_PROPERTY = "tokenpace.terminal.out";

    private static final Set<String> WITHOUT_CODES = Set.of("", "dumb");

    /** Returns what stderr can show. */
    static Terminal ofProcess() {
        return of(Boolean.getBoolean(PROPERTY), System.getenv());
    }

    /** Returns what stdout can show. */
    static Terminal ofOutput() {
        return of(Boolean.getBoolean(OUTPUT_PROPERTY), System.getenv());
    }

    /** Returns what an output can show, by its environment. */
    static Terminal of(boolean terminal, Map<String, String> environment) {
        boolean redraws = terminal && !WITHOUT_CODES.contains(environment.getOrDefault("TERM", ""));
        boolean colours = redraws && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(redraws, colours, redraws && speaksUnicode(environment));
    }

    /** The first of these that is set counts, as for every program. */
    private static boolean speaksUnicode(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(locale -> !locale.isEmpty())
                .findFirst()
                .map(locale -> locale.toUpperCase(Locale.ROOT).replace("-", ""))
                .filter(locale -> locale.contains("UTF8"))
                .isPresent();
    }
}
