package io.tokenpace.bench.workload.trace;

import io.tokenpace.bench.workload.source.BrokenLineException;
import io.tokenpace.bench.workload.source.Excerpt;
import java.util.ArrayList;
import java.util.List;

/** Splits a line of comma-separated values. A field may stand in double quotes, but not reach over a line's end. */
final class CsvFields {
    private final String line;
    private int at;

    private CsvFields(String line) {
        this.line = line;
    }

    /** Returns the fields of a line, without the white space around them. */
    static List<String> of(Excerpt excerpt) throws BrokenLineException {
        CsvFields fields = new CsvFields(excerpt.text());
        List<String> found = new ArrayList<>();
        do {
            found.add(fields.next(excerpt.line()));
        } while (fields.at++ < fields.line.length());
        return found;
    }

    /** Reads up to the next comma, or the line's end. */
    private String next(long number) throws BrokenLineException {
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        while (at < line.length() && (quoted || line.charAt(at) != ',')) {
            char c = line.charAt(at++);
            if (c != '"') {
                field.append(c);
            } else if (quoted && at < line.length() && line.charAt(at) == '"') {
                field.append('"');
                at++;
            } else {
                quoted = !quoted;
            }
        }
        if (quoted) {
            throw new BrokenLineException(number, "a quoted field must be closed in its line");
        }
        return field.toString().strip();
    }
}
