package io.tokenpace.bench.report;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/** One line of comma-separated values, quoted as RFC 4180 has it. It is used again for the next line. */
final class CsvLine {
    private static final String FORMULA_BEGINS = "=+-@";

    private final StringBuilder line = new StringBuilder();
    private boolean begun;

    /** Adds a text that may come from a service. */
    CsvLine text(String text) {
        String printable = onOneLine(text);
        return raw(quoted(mayBeFormula(printable) ? "'" + printable : printable));
    }

    CsvLine number(long value) {
        return raw(Long.toString(value));
    }

    /** Adds a count of steps of which a power of ten make one unit, exactly. */
    CsvLine number(long steps, int digits) {
        return raw(BigDecimal.valueOf(steps, digits).toPlainString());
    }

    /** Adds a figure; nothing where it is unknown, {@code inf} where it is infinite. */
    CsvLine number(OptionalDouble value) {
        if (value.isEmpty()) {
            return blank();
        }
        return raw(
                Double.isInfinite(value.getAsDouble())
                        ? "inf"
                        : BigDecimal.valueOf(value.getAsDouble()).toPlainString());
    }

    CsvLine blank() {
        return raw("");
    }

    /** Returns the line, ended, and begins the next. */
    String end() {
        String whole = line.append('\n').toString();
        line.setLength(0);
        begun = false;
        return whole;
    }

    private CsvLine raw(String field) {
        line.append(begun ? "," : "").append(field);
        begun = true;
        return this;
    }

    /** A request is a line for every tool that counts lines, whatever a service says. */
    private static String onOneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]+", " ")
                .strip();
    }

    /** A spreadsheet would compute it, which lets a service's words run there. */
    private static boolean mayBeFormula(String text) {
        return !text.isEmpty() && FORMULA_BEGINS.indexOf(narrow(text.charAt(0))) >= 0;
    }

    /** Some spreadsheets take the full-width forms for the same signs. */
    private static char narrow(char sign) {
        return sign >= '\uff01' && sign <= '\uff5e' ? (char) (sign - '\uff01' + '!') : sign;
    }

    private static String quoted(String text) {
        return text.indexOf(',') >= 0 || text.indexOf('"') >= 0 ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
