package io.tokenpace.bench.report;

import io.tokenpace.bench.result.ClientHealth;
import io.tokenpace.bench.result.ErrorGroup;
import io.tokenpace.bench.result.Fits;
import io.tokenpace.bench.result.Manifest;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.RetryCount;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.Throughput;
import io.tokenpace.bench.result.Totals;
import io.tokenpace.bench.result.Verdict;
import java.util.List;
import java.util.Locale;

/** The result as a person reads it in a terminal: the verdict first, then prefill and decode apart. */
public final class ConsoleReport implements ReportFormat {
    @Override
    public String render(RunResult result) {
        StringBuilder text = new StringBuilder(headline(result));
        for (Verdict.Reason reason : result.verdict().reasons()) {
            text.append("  ")
                    .append(reason.rule())
                    .append(": ")
                    .append(reason.text())
                    .append('\n');
        }
        text.append(errors(result.errors()));
        if (!result.metrics().isEmpty()) {
            text.append('\n')
                    .append(PhaseTable.of(result))
                    .append(CellTable.of(result))
                    .append(TurnTable.of(result))
                    .append(SizeTable.of(result));
            text.append('\n').append(summary(result));
        }
        text.append(SpentLine.of(result.spent()));
        result.verdict()
                .notes()
                .forEach(note -> text.append("note: ").append(note).append('\n'));
        return text.toString();
    }

    private static String headline(RunResult result) {
        Totals totals = result.totals();
        Manifest manifest = result.manifest();
        return line(
                "%s%s  %s of %s requests succeeded  %s, model %s, seed %d",
                result.verdict().status(),
                result.state().equals("interrupted") ? " (interrupted)" : "",
                Figures.count(totals.succeeded()),
                Figures.count(totals.planned()),
                manifest.target(),
                manifest.model(),
                manifest.seed());
    }

    private static String errors(List<ErrorGroup> errors) {
        StringBuilder text = new StringBuilder();
        for (ErrorGroup error : errors) {
            String status = error.status() > 0 ? " " + error.status() : "";
            String retried = error.retried() > 0 ? String.format(Locale.ROOT, ", %,d sent again", error.retried()) : "";
            String id =
                    error.requestId().map(given -> " (request " + given + ")").orElse("");
            text.append(line(
                    "  %,d × %s%s%s: %s",
                    error.count(), error.kind(), status, retried, printable(error.example() + id)));
        }
        return text.toString();
    }

    /** A service's words may hold anything, control sequences for the terminal included. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private static String summary(RunResult result) {
        String slope = result.fits().prefillMsPer1k().map(ConsoleReport::slope).orElse("");
        String retries = result.retries().map(ConsoleReport::retries).orElse("");
        return slope + throughput(result) + retries + health(result.client()) + accuracy(result);
    }

    private static String slope(Fits.Fit slope) {
        return line(
                "prefill     %.2f ms per 1,000 prompt tokens (95 %% interval %.2f to %.2f)",
                slope.value(), slope.ci95().get(0), slope.ci95().get(1));
    }

    private static String throughput(RunResult result) {
        Throughput rates = result.throughput();
        return line(
                "throughput  %s requests/s, %s output tokens/s, %s input tokens/s over %.1f s",
                Figures.of(rates.requestsPerS()),
                Figures.of(rates.outputTokensPerS()),
                Figures.of(rates.inputTokensPerS()),
                result.client().windowS());
    }

    private static String retries(RetryCount retries) {
        return line(
                "retries     %,d requests were sent again, %,d times in all", retries.requests(), retries.attempts());
    }

    private static String health(ClientHealth client) {
        return line(
                "client      send lag p99 %.2f ms, loops woke p99 %.2f ms late, a mere sleeper %.2f ms; %.2f cores",
                client.sendLag().p99(), client.loopLag().p99(), client.hiccup().p99(), client.cpuCores());
    }

    /** The error of stamps on streams says nothing of answers that came whole. */
    private static String accuracy(RunResult result) {
        if (!result.metrics().containsKey(Metric.TTFT.label())) {
            return "";
        }
        return result.client()
                .calibration()
                .map(quote -> line(
                        "accuracy    ttft off by %s µs p50, %s µs p90, gaps by %s and %s, calibrated at %s streams on %.10s",
                        Figures.micros(quote.ttftErrorP50Us()),
                        Figures.micros(quote.ttftErrorP90Us()),
                        Figures.micros(quote.gapErrorP50Us()),
                        Figures.micros(quote.gapErrorP90Us()),
                        Figures.count(quote.streams()),
                        quote.measuredUtc()))
                .orElse("accuracy    unknown at this load: `bench calibrate` measures this tool's own error here\n");
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
