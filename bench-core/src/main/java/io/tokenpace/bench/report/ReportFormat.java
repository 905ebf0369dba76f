package io.tokenpace.bench.report;

import io.tokenpace.bench.result.RunResult;

/** One way to write a result. */
@FunctionalInterface
public interface ReportFormat {
    /** Returns the whole text, its last line ended. */
    String render(RunResult result);
}
