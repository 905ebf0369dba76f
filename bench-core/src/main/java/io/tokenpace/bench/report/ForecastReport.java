package io.tokenpace.bench.report;

import io.tokenpace.bench.folder.Json;
import io.tokenpace.bench.result.Forecast;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a run would send, for a person or for a program. */
public final class ForecastReport {
    private ForecastReport() {}

    public static String json(Forecast forecast) {
        return new String(Json.page(forecast), StandardCharsets.UTF_8) + "\n";
    }

    public static String table(Forecast forecast) {
        StringBuilder text = new StringBuilder();
        text.append(line("DRY RUN  nothing was sent; seed %d", forecast.seed()));
        text.append(line("  requests  %s", requests(forecast)));
        forecast.tokens().ifPresent(tokens -> text.append(tokens(forecast, tokens)));
        text.append('\n').append(sizes(forecast));
        if (!forecast.arrivals().isEmpty()) {
            text.append('\n').append(arrivals(forecast.arrivals()));
        }
        forecast.notes().forEach(note -> text.append(line("note: %s", note)));
        return text.toString();
    }

    /** Returns how many requests there are, as far as that is known. */
    static String requests(Forecast forecast) {
        String measured = forecast.requests().isPresent()
                ? Figures.count(forecast.requests().getAsLong())
                : "as many as the users get answered in the time";
        measured += conversations(forecast);
        return forecast.warmupRequests().isPresent()
                ? measured + ", after "
                        + Figures.count(forecast.warmupRequests().getAsLong()) + " to warm up"
                : measured + ", after a warm-up by time";
    }

    /** In an open loop, which has arrivals, they are conversations. */
    private static String conversations(Forecast forecast) {
        if (forecast.turns().isEmpty()) {
            return "";
        }
        String turns = String.format(Locale.ROOT, "%.1f turns", forecast.turns().getAsDouble());
        return forecast.arrivals().isEmpty()
                ? " in conversations of " + turns
                : " conversations of " + turns + ", unless the run ends before them";
    }

    /** Returns the lines about their tokens. */
    static String tokens(Forecast forecast, Forecast.Tokens tokens) {
        String basis = forecast.basis();
        Optional<Forecast.Cost> cost = forecast.cost();
        return line(
                        "  expected  %s%,d input tokens and, if no answer ends early, %,d output tokens,"
                                + " warm-up included%s",
                        basis.equals(Forecast.ESTIMATED) ? "about " : "",
                        tokens.input(),
                        tokens.output(),
                        usd(cost.map(Forecast.Cost::expected)))
                + line(
                        "  at worst  %,d tokens, %s%s%s",
                        tokens.worstCase(),
                        basis.equals(Forecast.TRACED)
                                ? "both together, as the trace has them"
                                : "if every request were as large as the largest looked at",
                        forecast.before() > 0 ? "; and " + Figures.count(forecast.before()) + " before the load" : "",
                        usd(cost.map(Forecast.Cost::worstCase)));
    }

    private static String usd(Optional<Double> cost) {
        return cost.map(usd -> ": " + Figures.usd(usd)).orElse("");
    }

    private static String sizes(Forecast forecast) {
        boolean traced = forecast.basis().equals(Forecast.TRACED);
        boolean estimated = forecast.basis().equals(Forecast.ESTIMATED);
        TextTable table = new TextTable()
                .row(
                        line("SIZES of %s %,d, tokens", traced ? "all" : "the first", forecast.lookedAt())
                                .strip(),
                        "mean",
                        "p1",
                        "p10",
                        "p50",
                        "p90",
                        "p99",
                        "max");
        table.row(row(estimated ? "  prompt_tokens, estimated" : "  prompt_tokens", forecast.promptTokens()));
        table.row(row("  max_tokens", forecast.maxTokens()));
        return table + (estimated ? "estimated: 4 characters are taken for a token\n" : "");
    }

    private static List<String> row(String name, Forecast.Sizes sizes) {
        List<String> row = new ArrayList<>(List.of(name, String.format(Locale.ROOT, "%,.1f", sizes.mean())));
        for (int size : List.of(sizes.p1(), sizes.p10(), sizes.p50(), sizes.p90(), sizes.p99(), sizes.max())) {
            row.add(Figures.count(size));
        }
        return row;
    }

    private static String arrivals(List<Long> tenths) {
        List<String> numbers = new ArrayList<>(List.of("ARRIVALS by tenths of the run"));
        List<String> counts = new ArrayList<>(List.of("  requests due"));
        for (int i = 0; i < tenths.size(); i++) {
            numbers.add(String.valueOf(i + 1));
            counts.add(Figures.count(tenths.get(i)));
        }
        return new TextTable().row(numbers).row(counts).toString();
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
