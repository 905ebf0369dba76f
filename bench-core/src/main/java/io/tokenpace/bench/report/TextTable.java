package io.tokenpace.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of equal columns, the first one flush left and the others flush right. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    TextTable row(String... fields) {
        rows.add(Arrays.asList(fields));
        return this;
    }

    TextTable row(List<String> fields) {
        rows.add(List.copyOf(fields));
        return this;
    }

    /** Adds an empty line. */
    TextTable gap() {
        rows.add(List.of(""));
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String padding = " ".repeat(width(column) - row.get(column).length());
                line.append(column == 0 ? "" : GAP);
                line.append(column == 0 ? row.get(0) + padding : padding + row.get(column));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }
}
