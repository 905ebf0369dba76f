package io.tokenpace.bench.report;

import io.tokenpace.bench.result.ErrorGroup;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What failed: a line for each kind and status, with the words of the first. */
final class ErrorLines {
    private static final String CUT = "...";
    private static final int FEWEST_WORDS = 20;

    private ErrorLines() {}

    static String of(List<ErrorGroup> errors) {
        return errors.stream().map(ErrorLines::line).collect(Collectors.joining());
    }

    private static String line(ErrorGroup error) {
        String status = error.status() > 0 ? " " + error.status() : "";
        String retried = error.retried() > 0 ? String.format(Locale.ROOT, ", %,d sent again", error.retried()) : "";
        String id = error.requestId()
                .map(given -> " (request " + printable(given) + ")")
                .orElse("");
        String head = String.format(Locale.ROOT, "  %,d x %s%s%s: ", error.count(), error.kind(), status, retried);
        int room = Math.max(FEWEST_WORDS, Paragraph.WIDTH - head.length() - id.length());
        return head + cut(printable(error.example()), room) + id + "\n";
    }

    private static String cut(String words, int most) {
        return words.length() <= most ? words : words.substring(0, most - CUT.length()) + CUT;
    }

    /** A service's words may hold anything: codes for the terminal, line ends, marks that turn the text around. */
    private static String printable(String text) {
        return text.replaceAll("\\p{C}", "?");
    }
}
