package io.tokenpace.bench.draw;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a distribution is written: {@code uniform:LOW..HIGH}, {@code normal:MEAN+-SD}, {@code lognormal:MEAN+-SD},
 * {@code exponential:MEAN}, {@code zipf:EXPONENT:LOW..HIGH} (of counts only) or {@code empirical:FILE}.
 */
final class DistributionText {
    private static final Pattern NAMED = Pattern.compile("([A-Za-z]+):(.*)");
    private static final Pattern RANGE = Pattern.compile("(.+?)\\.\\.(.+)");
    private static final Pattern SPREAD = Pattern.compile("(.+?)\\+-(.+)");
    private static final Pattern EXPONENT = Pattern.compile("([^:]*):(.*)");
    private static final double LARGEST_EXPONENT = 10;
    /** The shares of so many values take 8 MB. */
    private static final int MOST_ZIPF_VALUES = 1_000_000;

    private final String text;
    private final Quantity quantity;

    private DistributionText(String text, Quantity quantity) {
        this.text = text;
        this.quantity = quantity;
    }

    /** Returns whether a text names a distribution, known or not. */
    static boolean isNamed(String text) {
        return NAMED.matcher(text).matches();
    }

    /** Reads a distribution; its values lie within the quantity's bounds. */
    static Distribution read(String text, Quantity quantity) {
        Distribution drawn = new DistributionText(text, quantity).read();
        Distribution counted = quantity == Quantity.COUNT ? p -> Math.floor(drawn.quantile(p) + 0.5) : drawn;
        return Redrawn.within(counted, quantity.least(), quantity.most(), text, quantity);
    }

    private Distribution read() {
        Matcher parts = parts(NAMED, text, "NAME:VALUES");
        String values = parts.group(2);
        return switch (parts.group(1)) {
            case "uniform" -> uniform(values);
            case "normal" -> {
                Matcher spread = parts(SPREAD, values, "normal:MEAN+-SD");
                yield Families.normal(quantity.amount(spread.group(1)), quantity.amount(spread.group(2)));
            }
            case "lognormal" -> {
                Matcher spread = parts(SPREAD, values, "lognormal:MEAN+-SD");
                yield Families.lognormal(quantity.amount(spread.group(1)), quantity.amount(spread.group(2)));
            }
            case "exponential" -> Families.exponential(quantity.amount(values));
            case "zipf" -> zipf(values);
            case "empirical" -> EmpiricalFile.read(Path.of(values), quantity);
            default ->
                throw new IllegalArgumentException("'" + text
                        + "' must name uniform, normal, lognormal, exponential, zipf or empirical before the colon");
        };
    }

    private Distribution uniform(String values) {
        Matcher range = parts(RANGE, values, "uniform:LOW..HIGH");
        double low = quantity.value(range.group(1));
        double high = quantity.value(range.group(2));
        requireRising(low, high);
        return quantity == Quantity.COUNT ? Families.uniformWhole(low, high) : Families.uniform(low, high);
    }

    private Distribution zipf(String values) {
        if (quantity != Quantity.COUNT) {
            throw new IllegalArgumentException("'" + text + "' must not be zipf: times are not counted");
        }
        Matcher parts = parts(EXPONENT, values, "zipf:EXPONENT:LOW..HIGH");
        Matcher range = parts(RANGE, parts.group(2), "zipf:EXPONENT:LOW..HIGH");
        double exponent = quantity.amount(parts.group(1));
        if (exponent > LARGEST_EXPONENT) {
            throw new IllegalArgumentException("'" + text + "' must have an exponent of at most 10");
        }
        int low = (int) quantity.value(range.group(1));
        int high = (int) quantity.value(range.group(2));
        requireRising(low, high);
        if (high - low >= MOST_ZIPF_VALUES) {
            throw new IllegalArgumentException("'" + text + "' must span at most 1000000 sizes");
        }
        return Families.zipf(exponent, low, high);
    }

    private void requireRising(double low, double high) {
        if (high < low) {
            throw new IllegalArgumentException("'" + text + "' must have the lower end first");
        }
    }

    private Matcher parts(Pattern form, String values, String example) {
        Matcher parts = form.matcher(values);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' must have the form " + example);
        }
        return parts;
    }
}
