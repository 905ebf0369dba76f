package io.tokenpace.mock.profile;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** How an amount is written: a time with its unit, or a bare rate in tokens a second. */
enum Unit {
    /** Becomes nanoseconds with a fraction; nothing is rounded but to the nearest double. */
    TIME {
        @Override
        double parse(JsonNode value) {
            Matcher matcher = WITH_UNIT.matcher(value.asString(""));
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
        double parse(JsonNode value) {
            if (!value.isNumber() || !(value.asDouble() > 0)) {
                throw new IllegalArgumentException("must be a positive number of tokens a second, such as 70.7");
            }
            return value.asDouble();
        }
    };

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
    abstract double parse(JsonNode value);
}
