package io.tokenpace.bench.run;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** When a service asks to be tried again: in milliseconds, in seconds, or as a date. */
final class RetryAfter {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private RetryAfter() {}

    /**
     * Returns how long the service asks to wait; nothing where it does not, or not in a way that can be read. A wait of no
     * time is none: services mean by it that they do not know.
     *
     * @param headers by their names in lower case
     * @param nowMillis the time of day, against which a date is read
     */
    static OptionalLong nanos(Map<String, String> headers, long nowMillis) {
        OptionalLong exact = scaled(headers.getOrDefault("retry-after-ms", ""), NANOS_PER_MILLI);
        if (exact.isPresent()) {
            return exact;
        }
        String after = headers.getOrDefault("retry-after", "").strip();
        OptionalLong seconds = scaled(after, NANOS_PER_SECOND);
        return seconds.isPresent() ? seconds : untilDate(after, nowMillis);
    }

    private static OptionalLong scaled(String number, double nanosPerUnit) {
        return NUMBER.matcher(number.strip()).matches()
                ? positive(Double.parseDouble(number) * nanosPerUnit)
                : OptionalLong.empty();
    }

    private static OptionalLong untilDate(String text, long nowMillis) {
        try {
            Instant date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            return positive((date.toEpochMilli() - nowMillis) * NANOS_PER_MILLI);
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    /** What is beyond all bounds stays so: rounding ends at the largest number. */
    private static OptionalLong positive(double nanos) {
        return nanos > 0 ? OptionalLong.of(Math.round(nanos)) : OptionalLong.empty();
    }
}
