package io.tokenpace.bench.draw;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a time is written: {@code 500ms}, {@code 30s}, {@code 2m}, {@code 1h}. */
public final class TimeText {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)");

    private TimeText() {}

    /** Returns the nanoseconds that a text stands for. */
    public static long nanos(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' must be a number with a unit, as in 500ms, 30s, 2m or 1h");
        }
        double nanosPerUnit = switch (parts.group(2)) {
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "m" -> 60e9;
            default -> 3_600e9;
        };
        return Math.round(Double.parseDouble(parts.group(1)) * nanosPerUnit);
    }
}
