package io.tokenpace.cli;

import io.tokenpace.bench.result.Price;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The price of some models.
 *
 * @param models patterns of their names, in which {@code *} stands for any characters
 * @param source where the price was read
 * @param date when
 */
record PriceEntry(List<String> models, Price price, String source, String date) {
    PriceEntry {
        models = List.copyOf(models);
    }

    boolean covers(String model) {
        return models.stream()
                .anyMatch(pattern -> expression(pattern).matcher(model).matches());
    }

    private static Pattern expression(String pattern) {
        return Pattern.compile(
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
