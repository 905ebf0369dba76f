package io.tokenpace.cli;

import io.tokenpace.bench.report.ReportFormat;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.Verdict;
import java.util.regex.Pattern;

/** A table whose verdict shows its colour: green or red, and yellow where there are notes. All else stays as it is. */
final class ColouredVerdict implements ReportFormat {
    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";
    private static final String PLAIN = "\u001b[0m";
    private static final Pattern NOTE = Pattern.compile("^note:", Pattern.MULTILINE);

    private final ReportFormat table;

    ColouredVerdict(ReportFormat table) {
        this.table = table;
    }

    @Override
    public String render(RunResult result) {
        String text = table.render(result);
        Verdict.Status status = result.verdict().status();
        String verdict = status.toString();
        if (!text.startsWith(verdict)) {
            return text;
        }
        String colour = status == Verdict.Status.VALID ? GREEN : RED;
        String rest = NOTE.matcher(text.substring(verdict.length())).replaceAll(YELLOW + "note:" + PLAIN);
        return colour + verdict + PLAIN + rest;
    }
}
