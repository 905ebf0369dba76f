package io.tokenpace.cli;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a user sees of what is written to a terminal: text, line ends, wrapping at the last column, the codes for erasing
 * and going up, and how a resize reflows what was wrapped. Any other code is an error.
 */
final class ScreenModel extends StringWriter {
    private final List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder()));
    private final List<Boolean> wraps = new ArrayList<>(List.of(false));
    private int columns;
    private int row;
    private int column;

    ScreenModel(int columns) {
        this.columns = columns;
    }

    @Override
    public void flush() {
        String text = toString();
        getBuffer().setLength(0);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\u001b') {
                int end = i + 2;
                while (!Character.isLetter(text.charAt(end))) {
                    end++;
                }
                obey(text.charAt(end), text.substring(i + 2, end));
                i = end;
            } else {
                put(text.charAt(i));
            }
        }
    }

    private void put(char character) {
        if (character == '\r') {
            column = 0;
        } else if (character == '\n') {
            down(false);
        } else {
            if (column == columns) {
                down(true);
                column = 0;
            }
            StringBuilder line = rows.get(row);
            line.append(" ".repeat(Math.max(0, column - line.length())));
            line.replace(column, Math.min(line.length(), column + 1), "" + character);
            column++;
        }
    }

    private void down(boolean wrapped) {
        wraps.set(row, wrapped);
        row++;
        if (row == rows.size()) {
            rows.add(new StringBuilder());
            wraps.add(false);
        }
    }

    private void obey(char code, String argument) {
        switch (code) {
            case 'K' -> eraseLine();
            case 'J' -> {
                eraseLine();
                rows.subList(row + 1, rows.size()).clear();
                wraps.subList(row + 1, wraps.size()).clear();
            }
            case 'A' -> row -= Integer.parseInt(argument);
            case 'm' -> {}
            default -> throw new IllegalStateException("code (" + argument + code + ") is not known");
        }
    }

    private void eraseLine() {
        StringBuilder line = rows.get(row);
        line.setLength(Math.min(column, line.length()));
        wraps.set(row, false);
    }

    /** Wraps anew, as most terminals do; the cursor stays with its text. */
    void resize(int another) {
        columns = another;
        List<String> old = rows.stream().map(StringBuilder::toString).toList();
        List<Boolean> wrapped = List.copyOf(wraps);
        int cursor = row;
        rows.clear();
        wraps.clear();
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < old.size(); i++) {
            if (i == cursor) {
                row = rows.size();
            }
            whole.append(old.get(i));
            if (!wrapped.get(i)) {
                split(whole.toString());
                whole.setLength(0);
            }
        }
    }

    private void split(String line) {
        for (int from = 0; from == 0 || from < line.length(); from += columns) {
            boolean more = from + columns < line.length();
            rows.add(new StringBuilder(line.substring(from, more ? from + columns : line.length())));
            wraps.add(more);
        }
    }

    /** Returns what is seen, without the blank lines at the end. */
    String seen() {
        return rows.stream().map(line -> line.toString().stripTrailing()).collect(Collectors.joining("\n"));
    }

    int cursorRow() {
        return row;
    }
}
