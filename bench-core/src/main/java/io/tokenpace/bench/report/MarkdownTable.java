package io.tokenpace.bench.report;

import java.util.Collections;
import java.util.List;

/** A table in Markdown: the first column flush left, the others, which hold figures, flush right. */
final class MarkdownTable {
    private final StringBuilder text = new StringBuilder();

    /** Begins with the heads of the columns. */
    MarkdownTable(List<String> heads) {
        row(heads);
        append("---", Collections.nCopies(heads.size() - 1, "---:"));
    }

    /** Adds a row of cells that are safe as they are. */
    MarkdownTable row(List<String> cells) {
        append(cells.get(0), cells.subList(1, cells.size()));
        return this;
    }

    private void append(String first, List<String> others) {
        text.append("| ").append(first);
        others.forEach(cell -> text.append(" | ").append(cell));
        text.append(" |\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
