package io.tokenpace.bench.report;

import io.tokenpace.bench.result.ClientHealth;
import io.tokenpace.bench.result.Fits;
import io.tokenpace.bench.result.Manifest;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.RetryCount;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.Throughput;
import io.tokenpace.bench.result.Totals;
import io.tokenpace.bench.result.Verdict;
import java.util.Locale;

/**
 * The result as a person reads it in a terminal and pastes it into a ticket: the verdict first, then prefill and decode
 * apart. Nothing of it is wider than {@value Paragraph#WIDTH} columns, but for a word that is, and its own characters are
 * those that come out alike everywhere.
 */
public final class ConsoleReport implements ReportFormat {
    private static final int LABEL = 12;
    private static final int REASON_INDENT = 4;
    private static final int NOTE_INDENT = 6;

    @Override
    public String render(RunResult result) {
        StringBuilder text = new StringBuilder(headline(result));
        for (Verdict.Reason reason : result.verdict().reasons()) {
            text.append(Paragraph.of("  " + reason.rule() + ": ", ascii(reason.text()), REASON_INDENT));
        }
        text.append(ErrorLines.of(result.errors()));
        if (!result.metrics().isEmpty()) {
            text.append(PhaseTable.of(result))
                    .append(CellTable.of(result))
                    .append(TurnTable.of(result))
                    .append(SizeTable.of(result));
            text.append('\n').append(summary(result));
        }
        text.append(SpentLine.of(result.spent()));
        result.verdict().notes().forEach(note -> text.append(Paragraph.of("note: ", ascii(note), NOTE_INDENT)));
        return text.toString();
    }

    private static String headline(RunResult result) {
        Totals totals = result.totals();
        Manifest manifest = result.manifest();
        String verdict = result.verdict().status() + (result.state().equals("interrupted") ? " (interrupted)" : "");
        String counts = String.format(
                Locale.ROOT,
                "%s of %s requests succeeded  ",
                Figures.count(totals.succeeded()),
                Figures.count(totals.planned()));
        return Paragraph.of(
                verdict + "  " + counts,
                manifest.target() + ", model " + manifest.model() + ", seed " + manifest.seed(),
                REASON_INDENT);
    }

    /** A multiplication sign or an ellipsis of ours comes out whole wherever it is pasted. */
    private static String ascii(String text) {
        return text.replace("\u00d7", "x")
                .replace("\u2026", "...")
                .replace("\u2013", "-")
                .replace("\u00b5", "u");
    }

    private static String summary(RunResult result) {
        String slope = result.fits().prefillMsPer1k().map(ConsoleReport::slope).orElse("");
        String retries = result.retries().map(ConsoleReport::retries).orElse("");
        return slope + throughput(result) + retries + health(result.client()) + accuracy(result);
    }

    private static String slope(Fits.Fit slope) {
        return line(
                "prefill",
                "%.2f ms per 1,000 prompt tokens (95 %% interval %.2f to %.2f)",
                slope.value(),
                slope.ci95().get(0),
                slope.ci95().get(1));
    }

    private static String throughput(RunResult result) {
        Throughput rates = result.throughput();
        return line(
                "throughput",
                "%s requests/s, %s output tokens/s, %s input tokens/s over %.1f s",
                Figures.of(rates.requestsPerS()),
                Figures.of(rates.outputTokensPerS()),
                Figures.of(rates.inputTokensPerS()),
                result.client().windowS());
    }

    private static String retries(RetryCount retries) {
        return line(
                "retries", "%,d requests were sent again, %,d times in all", retries.requests(), retries.attempts());
    }

    private static String health(ClientHealth client) {
        return line(
                "client",
                "send lag p99 %.2f ms, loops woke p99 %.2f ms late, a mere sleeper %.2f ms; %.2f cores",
                client.sendLag().p99(),
                client.loopLag().p99(),
                client.hiccup().p99(),
                client.cpuCores());
    }

    /** The error of stamps on streams says nothing of answers that came whole. */
    private static String accuracy(RunResult result) {
        if (!result.metrics().containsKey(Metric.TTFT.label())) {
            return "";
        }
        return result.client()
                .calibration()
                .map(quote -> line(
                        "accuracy",
                        "ttft off by %s us p50, %s us p90, gaps by %s and %s, calibrated at %s streams on %.10s",
                        Figures.micros(quote.ttftErrorP50Us()),
                        Figures.micros(quote.ttftErrorP90Us()),
                        Figures.micros(quote.gapErrorP50Us()),
                        Figures.micros(quote.gapErrorP90Us()),
                        Figures.count(quote.streams()),
                        quote.measuredUtc()))
                .orElseGet(() -> line(
                        "accuracy", "unknown at this load: `bench calibrate` measures this tool's own error here"));
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static String line(String label, String format, Object... values) {
        String head = String.format(Locale.ROOT, "%-" + LABEL + "s", label);
        return Paragraph.of(head, String.format(Locale.ROOT, format, values), LABEL);
    }
}
