package io.tokenpace.mock.fault;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a time is written: a number and its unit. */
public final class TimeText {
    private static final Pattern WITH_UNIT =
            Pattern.compile("([0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?) ?(ns|us|µs|ms|s|m|h)");

    private static final Map<String, BigDecimal> NANOS = Map.of(
            "ns", BigDecimal.ONE,
            "us", BigDecimal.valueOf(1_000),
            "µs", BigDecimal.valueOf(1_000),
            "ms", BigDecimal.valueOf(1_000_000),
            "s", BigDecimal.valueOf(1_000_000_000),
            "m", BigDecimal.valueOf(60_000_000_000L),
            "h", BigDecimal.valueOf(3_600_000_000_000L));

    private TimeText() {}

    /** Returns nanoseconds with a fraction, exact to the nearest double; or says what the text must be. */
    public static double nanos(String text) {
        Matcher matcher = WITH_UNIT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be a time with its unit, such as 137.5ms, 30us or 2s");
        }
        return new BigDecimal(matcher.group(1))
                .multiply(NANOS.get(matcher.group(2)))
                .doubleValue();
    }

    /** Writes a time in the largest of three units that leaves a whole number. */
    static String of(long nanos) {
        for (String unit : new String[] {"s", "ms", "us"}) {
            BigDecimal[] parts = BigDecimal.valueOf(nanos).divideAndRemainder(NANOS.get(unit));
            if (parts[1].signum() == 0) {
                return parts[0].setScale(0, RoundingMode.UNNECESSARY).toPlainString() + unit;
            }
        }
        return nanos + "ns";
    }
}
