package io.tokenpace.bench.workload.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The ways in which CSV traces write a time, as nanoseconds from a moment of their choice; empty if it is none. */
final class Times {
    /** 2023: {@code 2023-11-16 18:17:03.9799600}; 2024: {@code 2024-05-12 00:00:00.001163+00:00}, also without fraction. */
    private static final DateTimeFormatter CLOCK = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,30})?");

    private static final int NANO_DIGITS = 9;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long LAST_SECOND = Long.MAX_VALUE / NANOS_PER_SECOND - 1;

    private Times() {}

    /** Reads a date with the time of day, in UTC unless it names an offset. */
    static OptionalLong ofClock(String text) {
        try {
            TemporalAccessor time = CLOCK.parse(text);
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(time.get(ChronoField.OFFSET_SECONDS));
            return nanos(LocalDateTime.from(time).toInstant(offset));
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    /** Reads seconds with or without a fraction. */
    static OptionalLong ofSeconds(String text) {
        if (!SECONDS.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        BigDecimal nanos = new BigDecimal(text).movePointRight(NANO_DIGITS).setScale(0, RoundingMode.HALF_UP);
        return nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(nanos.longValueExact());
    }

    /** Times before 1970 are none: with them, the distance of two would not fit. */
    private static OptionalLong nanos(Instant time) {
        long second = time.getEpochSecond();
        return second < 0 || second > LAST_SECOND
                ? OptionalLong.empty()
                : OptionalLong.of(second * NANOS_PER_SECOND + time.getNano());
    }
}
