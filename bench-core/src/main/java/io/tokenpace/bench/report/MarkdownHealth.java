package io.tokenpace.bench.report;

import io.tokenpace.bench.result.CalibrationQuote;
import io.tokenpace.bench.result.ClientHealth;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code summary.md} says of the tool itself, and how to run it again. */
final class MarkdownHealth {
    private static final int MOST_CHARS = 2_000;
    private static final String OUT = "--out";

    private MarkdownHealth() {}

    static String of(RunResult result) {
        if (result.metrics().isEmpty()) {
            return "";
        }
        ClientHealth client = result.client();
        String health = String.format(
                Locale.ROOT,
                "- client: send lag p99 %.2f ms, loops woke p99 %.2f ms late, a mere sleeper %.2f ms; %.2f cores\n",
                client.sendLag().p99(),
                client.loopLag().p99(),
                client.hiccup().p99(),
                client.cpuCores());
        return "## The tool itself\n\n" + health + accuracy(result) + spent(result);
    }

    /** The error of stamps on streams says nothing of answers that came whole. */
    private static String accuracy(RunResult result) {
        if (!result.metrics().containsKey(Metric.TTFT.label())) {
            return "";
        }
        return result.client()
                .calibration()
                .map(MarkdownHealth::quote)
                .orElse("- accuracy: unknown at this load; `bench calibrate` measures this tool's own error there\n");
    }

    private static String quote(CalibrationQuote quote) {
        return String.format(
                Locale.ROOT,
                "- accuracy: ttft off by %s µs p50, %s µs p90, gaps by %s and %s, calibrated at %s streams\n",
                Figures.micros(quote.ttftErrorP50Us()),
                Figures.micros(quote.ttftErrorP90Us()),
                Figures.micros(quote.gapErrorP50Us()),
                Figures.micros(quote.gapErrorP90Us()),
                Figures.count(quote.streams()));
    }

    private static String spent(RunResult result) {
        String line = SpentLine.of(result.spent());
        return line.isEmpty() ? "" : "- " + line.replaceFirst("^spent\\s+", "spent: ");
    }

    static String repeat(RunResult result) {
        List<String> command = new ArrayList<>();
        boolean afterOut = false;
        for (String word : result.manifest().command()) {
            // The folder holds this run by now, and would be refused.
            if (!afterOut && !word.equals(OUT) && !word.startsWith(OUT + "=")) {
                command.add(quoted(word));
            }
            afterOut = word.equals(OUT);
        }
        if (command.stream().noneMatch(word -> word.equals("--seed") || word.startsWith("--seed="))) {
            command.add("--seed " + result.manifest().seed());
        }
        String line = "bench " + String.join(" ", command);
        return "## Run it again\n\n" + MarkdownText.block(line, MOST_CHARS);
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=,%+@-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
