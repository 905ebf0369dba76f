package io.tokenpace.mock.profile;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How an amount is written: a time with its unit, or a bare number of what the key says. */
enum Unit {
    /** Becomes nanoseconds with a fraction; nothing is rounded but to the nearest double. */
    TIME {
        @Override
        double parse(String value) {
            Matcher matcher = WITH_UNIT.matcher(value);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("must be a time with its unit, such as 137.5ms, 30us or 2s");
            }
            return new BigDecimal(matcher.group(1))
                    .multiply(NANOS.get(matcher.group(2)))
                    .doubleValue();
        }
    },

    /** Tokens a second. */
    RATE {
        @Override
        double parse(String value) {
            return positive(value, "must be a positive number of tokens a second, such as 70.7");
        }
    },

    /** Tokens; whoever needs a whole number rounds. */
    TOKENS {
        @Override
        double parse(String value) {
            return positive(value, "must be a positive number of tokens, such as 250");
        }
    },

    /** A plain number. */
    NUMBER {
        @Override
        double parse(String value) {
            if (!BARE.matcher(value).matches()) {
                throw new IllegalArgumentException("must be a number");
            }
            return Double.parseDouble(value);
        }
    };

    private static final Pattern BARE = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?");

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

    /** Returns the amount, or says what the value must be. */
    abstract double parse(String value);

    private static double positive(String value, String rule) {
        if (!BARE.matcher(value).matches() || !(Double.parseDouble(value) > 0)) {
            throw new IllegalArgumentException(rule);
        }
        return Double.parseDouble(value);
    }
}
