package io.tokenpace.bench.report;

import io.tokenpace.bench.folder.Json;
import io.tokenpace.bench.result.RunResult;
import java.nio.charset.StandardCharsets;

/** The result as {@code run.json} has it. */
public final class JsonReport implements ReportFormat {
    @Override
    public String render(RunResult result) {
        return new String(Json.page(result), StandardCharsets.UTF_8) + "\n";
    }
}
