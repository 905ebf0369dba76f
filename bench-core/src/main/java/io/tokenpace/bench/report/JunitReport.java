package io.tokenpace.bench.report;

import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.SloResult;
import io.tokenpace.bench.result.Verdict;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * {@code junit.xml}: one test case for the verdict and one for each objective.
 *
 * <p>An objective that cannot be decided is an error, not a skipped test: build servers show a skipped test in green, and a
 * gate that nobody has decided must not look passed. Names stay the same from run to run, since build servers find a
 * test's history by them; and the machine's name is left out.
 */
public final class JunitReport implements ReportFormat {
    private static final String VALID = "run is valid";

    @Override
    public String render(RunResult result) {
        StringWriter text = new StringWriter();
        try {
            JunitDocument document = new JunitDocument(text);
            document.begin(suite(result));
            verdict(document, result.verdict());
            for (SloResult objective : result.slos()) {
                objective(document, objective);
            }
            document.end();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string takes any XML", e);
        }
        return text.toString();
    }

    private static JunitDocument.Suite suite(RunResult result) {
        return new JunitDocument.Suite(
                nameOf(result.id()),
                1 + result.slos().size(),
                (isValid(result.verdict()) ? 0 : 1) + count(result.slos(), SloResult.Status.MISSED),
                count(result.slos(), SloResult.Status.UNDECIDED),
                result.client().windowS(),
                result.manifest().start(),
                List.of(
                        new JunitDocument.Property("run", result.id()),
                        new JunitDocument.Property("state", result.state()),
                        new JunitDocument.Property("target", result.manifest().target()),
                        new JunitDocument.Property("model", result.manifest().model()),
                        new JunitDocument.Property(
                                "seed", Long.toString(result.manifest().seed())),
                        new JunitDocument.Property(
                                "tokenpace", result.manifest().version())));
    }

    /** The run's id begins with its start, which would make every run another test. */
    private static String nameOf(String id) {
        return "tokenpace." + id.replaceFirst("^\\d{8}T\\d{6}Z-", "");
    }

    private static boolean isValid(Verdict verdict) {
        return verdict.status() == Verdict.Status.VALID;
    }

    private static int count(List<SloResult> objectives, SloResult.Status status) {
        return (int) objectives.stream()
                .filter(objective -> objective.status() == status)
                .count();
    }

    private static void verdict(JunitDocument document, Verdict verdict) throws XMLStreamException {
        if (isValid(verdict)) {
            document.passed(VALID);
            return;
        }
        String reasons = verdict.reasons().stream()
                .map(reason -> reason.rule() + ": " + reason.text())
                .collect(Collectors.joining("\n"));
        String rules = verdict.reasons().stream().map(Verdict.Reason::rule).collect(Collectors.joining(", "));
        document.failed(VALID, "INVALID", "the figures are not to be believed: " + rules, reasons);
    }

    private static void objective(JunitDocument document, SloResult objective) throws XMLStreamException {
        String name = objective.expression();
        String observed = name + ": observed " + Objectives.observed(objective);
        switch (objective.status()) {
            case HELD -> document.passed(name);
            case MISSED -> document.failed(name, "MISSED", observed, observed);
            case UNDECIDED -> document.undecided(name, "UNDECIDED", observed + ", which too few values decide");
        }
    }
}
