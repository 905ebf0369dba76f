package io.tokenpace.mock.profile;

import io.tokenpace.mock.fault.TimeText;
import java.util.regex.Pattern;

/** How an amount is written: a time with its unit, or a bare number of what the key says. */
enum Unit {
    /** Becomes nanoseconds with a fraction; nothing is rounded but to the nearest double. */
    TIME {
        @Override
        double parse(String value) {
            return TimeText.nanos(value);
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

    /** Returns the amount, or says what the value must be. */
    abstract double parse(String value);

    private static double positive(String value, String rule) {
        if (!BARE.matcher(value).matches() || !(Double.parseDouble(value) > 0)) {
            throw new IllegalArgumentException(rule);
        }
        return Double.parseDouble(value);
    }
}
