package io.tokenpace.bench.report.html;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tokenpace.bench.analysis.PrefillFit;
import io.tokenpace.bench.result.RunResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The line of {@code ttft_service} over uncached prompt tokens.
 *
 * @param interceptMs at a prompt of no tokens, by the requests on record; empty where these do not tell it
 * @param msPer1k its slope, as run.json has it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record FittedLine(
        OptionalDouble interceptMs,
        @JsonProperty("ms_per_1k") double msPer1k,
        List<Double> ci95) {
    /** Returns the line if the run found one. */
    static Optional<FittedLine> of(RunResult result, PrefillFit onRecord) {
        return result.fits()
                .prefillMsPer1k()
                .map(slope -> new FittedLine(onRecord.interceptMs(), slope.value(), slope.ci95()));
    }
}
