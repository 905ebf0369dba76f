package io.tokenpace.cli;

import java.util.List;

/** A chart one line high, from nothing to the highest of its values. */
final class Sparkline {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    static String of(List<Double> values) {
        double highest = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        StringBuilder chart = new StringBuilder();
        for (double value : values) {
            int level = highest == 0 ? 0 : (int) Math.round(value / highest * (BLOCKS.length() - 1));
            chart.append(BLOCKS.charAt(level));
        }
        return chart.toString();
    }
}
