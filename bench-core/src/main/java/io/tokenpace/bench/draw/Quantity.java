package io.tokenpace.bench.draw;

/** What the values of a distribution are, how they are written, and within which bounds they lie. */
enum Quantity {
    /** Tokens, turns, or whatever else is counted. */
    COUNT(1, 10_000_000) {
        @Override
        double value(String text) {
            if (text.matches("\\d{1,8}")) {
                int count = Integer.parseInt(text);
                if (count >= least() && count <= most()) {
                    return count;
                }
            }
            throw new IllegalArgumentException("'" + text + "' must be a whole number from 1 to 10000000");
        }

        @Override
        double amount(String text) {
            double amount = text.matches("\\d{1,8}(\\.\\d{1,9})?") ? Double.parseDouble(text) : 0;
            if (!(amount > 0 && amount <= most())) {
                throw new IllegalArgumentException("'" + text + "' must be a number above 0 and at most 10000000");
            }
            return amount;
        }

        @Override
        String write(double value) {
            return String.valueOf((long) value);
        }
    },
    /** Nanoseconds. */
    TIME(0, 86_400e9) {
        @Override
        double value(String text) {
            long nanos = TimeText.nanos(text);
            if (nanos > most()) {
                throw new IllegalArgumentException("'" + text + "' must be at most 24h");
            }
            return nanos;
        }

        @Override
        double amount(String text) {
            double nanos = value(text);
            if (nanos == 0) {
                throw new IllegalArgumentException("'" + text + "' must be positive");
            }
            return nanos;
        }

        @Override
        String write(double value) {
            return value == 0 ? "0s" : "24h";
        }
    };

    private final double least;
    private final double most;

    Quantity(double least, double most) {
        this.least = least;
        this.most = most;
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }

    /** Reads a value that may be drawn. */
    abstract double value(String text);

    /** Reads a mean or a deviation. */
    abstract double amount(String text);

    /** Writes a bound. */
    abstract String write(double value);
}
