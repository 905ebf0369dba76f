package io.tokenpace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One line of a panel, of which a narrow terminal shows the first parts, and a low one nothing.
 *
 * @param rank how many other lines are more important
 * @param alarming whether something is wrong
 */
record PanelLine(int rank, boolean alarming, String label, List<String> parts) {
    private static final int LABEL = 10;
    private static final String GAP = "  ";

    PanelLine {
        parts = List.copyOf(parts);
    }

    /** Returns its text, no longer than that. */
    String fitted(int columns) {
        List<String> shown = new ArrayList<>(parts);
        String text = text(shown);
        while (text.length() > columns && shown.size() > 1) {
            shown.remove(shown.size() - 1);
            text = text(shown);
        }
        return text.substring(0, Math.min(Math.max(0, columns), text.length()));
    }

    private String text(List<String> shown) {
        return String.format(Locale.ROOT, "%-" + LABEL + "s", label) + String.join(GAP, shown);
    }

    /** Returns how many columns are left for its parts. */
    static int room(int columns) {
        return columns - LABEL;
    }
}
