package io.tokenpace.bench.report;

import io.tokenpace.bench.result.ErrorGroup;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.SloResult;
import io.tokenpace.bench.result.Totals;
import io.tokenpace.bench.result.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** {@code summary.md}: the result for a build's summary page or a ticket, the verdict and its reasons first. */
public final class MarkdownReport implements ReportFormat {
    /** A build server may take no more than 64 KB. */
    private static final int MOST_BYTES = 64_000;

    private static final int MOST_LINES = 20;
    private static final int MOST_CHARS = 600;
    private static final int MOST_CHARS_OF_A_NAME = 200;
    private static final int MOST_CHARS_OF_AN_EXAMPLE = 300;

    @Override
    public String render(RunResult result) {
        return new BoundedPage(MOST_BYTES)
                .add(headline(result))
                .add(reasons(result.verdict()))
                .add(target(result))
                .add(objectives(result.slos()))
                .add(MarkdownFigures.phases(result))
                .add(MarkdownFigures.rates(result))
                .add(errors(result.errors()))
                .add(MarkdownFigures.cells(result.cells()))
                .add(MarkdownHealth.of(result))
                .add(notes(result.verdict().notes()))
                .add(MarkdownHealth.repeat(result))
                .toString();
    }

    private static String headline(RunResult result) {
        Totals totals = result.totals();
        String state = result.state().equals("complete") ? "" : " (" + result.state() + ")";
        return "# " + result.verdict().status() + state + ": " + Figures.count(totals.succeeded()) + " of "
                + Figures.count(totals.planned()) + " requests succeeded\n";
    }

    private static String reasons(Verdict verdict) {
        return list(verdict.reasons().stream()
                .map(reason -> "**" + MarkdownText.prose(reason.rule(), MOST_CHARS_OF_A_NAME) + "**: "
                        + MarkdownText.prose(reason.text(), MOST_CHARS))
                .toList());
    }

    private static String target(RunResult result) {
        return MarkdownText.code(result.manifest().target(), MOST_CHARS_OF_A_NAME) + ", model "
                + MarkdownText.code(result.manifest().model(), MOST_CHARS_OF_A_NAME) + ", "
                + MarkdownText.prose(result.manifest().api(), MOST_CHARS_OF_A_NAME) + ", run "
                + MarkdownText.code(result.id(), MOST_CHARS_OF_A_NAME) + "\n";
    }

    private static String objectives(List<SloResult> objectives) {
        return list(objectives.stream()
                .map(objective -> "objective " + MarkdownText.code(objective.expression(), MOST_CHARS_OF_A_NAME) + " "
                        + Objectives.status(objective) + ": observed " + Objectives.observed(objective))
                .toList());
    }

    private static String errors(List<ErrorGroup> errors) {
        return errors.isEmpty()
                ? ""
                : "## Errors\n\n"
                        + list(errors.stream().map(MarkdownReport::error).toList());
    }

    private static String error(ErrorGroup error) {
        String status = error.status() > 0 ? " " + error.status() : "";
        String again = error.retried() > 0 ? ", " + Figures.count(error.retried()) + " sent again" : "";
        String id = error.requestId()
                .map(given -> ", request " + MarkdownText.code(given, MOST_CHARS_OF_A_NAME))
                .orElse("");
        return Figures.count(error.count()) + " × " + MarkdownText.prose(error.kind(), MOST_CHARS_OF_A_NAME) + status
                + again + ": " + MarkdownText.code(error.example(), MOST_CHARS_OF_AN_EXAMPLE) + id;
    }

    private static String notes(List<String> notes) {
        return list(notes.stream()
                .map(note -> "note: " + MarkdownText.prose(note, MOST_CHARS))
                .toList());
    }

    private static String list(List<String> lines) {
        String text =
                lines.stream().limit(MOST_LINES).map(line -> "- " + line + "\n").collect(Collectors.joining());
        int more = lines.size() - MOST_LINES;
        return more > 0 ? text + "- … and " + Figures.count(more) + " more, which are in run.json\n" : text;
    }
}
