package io.tokenpace.bench.report.html;

import io.tokenpace.bench.result.CellResult;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.MetricSummary;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The figures of the cells of a workload with listed sizes.
 *
 * @param promptTokens the rows; one that is empty where no sizes were listed
 * @param maxTokens the columns, likewise
 * @param values by metric and percentile: one list a row, with one value a column
 */
record Grid(
        List<OptionalInt> promptTokens,
        List<OptionalInt> maxTokens,
        Map<String, Map<String, List<List<OptionalDouble>>>> values) {
    private static final List<String> TIMES = List.of("p50", "p95");
    private static final List<String> RATES = List.of("p50", "p10");
    private static final List<Metric> SHOWN = List.of(Metric.TTFT, Metric.DECODE_RATE, Metric.TPOT);

    private record Place(OptionalInt promptTokens, OptionalInt maxTokens) {}

    /** Returns the grid, of which each side is thinned out to so many sizes; nothing where there are no cells. */
    static Optional<Grid> of(List<CellResult> cells, int side, Notes notes) {
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        List<OptionalInt> prompts = thinned(sizes(cells, CellResult::promptTokens), side, "prompt", notes);
        List<OptionalInt> answers = thinned(sizes(cells, CellResult::maxTokens), side, "answer", notes);
        Map<Place, CellResult> byPlace = new HashMap<>();
        cells.forEach(cell -> byPlace.put(new Place(cell.promptTokens(), cell.maxTokens()), cell));
        Map<String, Map<String, List<List<OptionalDouble>>>> values = new LinkedHashMap<>();
        for (Metric metric : SHOWN) {
            Map<String, List<List<OptionalDouble>>> percentiles = new LinkedHashMap<>();
            for (String percentile : metric.unit().lowIsGood() ? TIMES : RATES) {
                percentiles.put(
                        percentile,
                        prompts.stream()
                                .map(prompt -> answers.stream()
                                        .map(answer ->
                                                value(byPlace.get(new Place(prompt, answer)), metric, percentile))
                                        .toList())
                                .toList());
            }
            values.put(metric.label(), percentiles);
        }
        return Optional.of(new Grid(prompts, answers, values));
    }

    private static List<OptionalInt> sizes(List<CellResult> cells, Function<CellResult, OptionalInt> size) {
        return cells.stream()
                .map(size)
                .distinct()
                .sorted(Comparator.comparingInt(tokens -> tokens.orElse(0)))
                .toList();
    }

    /** Leaves out sizes between the smallest and the largest, evenly. */
    private static List<OptionalInt> thinned(List<OptionalInt> sizes, int most, String what, Notes notes) {
        if (sizes.size() <= most) {
            return sizes;
        }
        notes.add("of %,d %s sizes the grid shows %,d; run.json has all", sizes.size(), what, most);
        return IntStream.range(0, most)
                .mapToObj(i -> sizes.get((int) ((long) i * (sizes.size() - 1) / (most - 1))))
                .toList();
    }

    private static OptionalDouble value(CellResult cell, Metric metric, String percentile) {
        MetricSummary summary = cell == null ? null : cell.metrics().get(metric.label());
        return summary == null ? OptionalDouble.empty() : summary.percentile(percentile);
    }
}
