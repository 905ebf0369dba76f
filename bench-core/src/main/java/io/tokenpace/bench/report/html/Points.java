package io.tokenpace.bench.report.html;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.result.Pace;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.Stamps;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Requests one by one: a sample of the measured ones that succeeded.
 *
 * @param of how many there were
 * @param shown how many of them are here
 */
record Points(long of, int shown, List<String> columns, List<Row> rows) {
    private static final List<String> COLUMNS = List.of(
            "at_s", "prompt_tokens", "cached_tokens", "ttft_ms", "output_tokens", "decode_rate", "stall_ms", "cell");

    /** Returns a sample in the order in which the requests were due. */
    static Points of(Reservoir<RequestRecord> sample) {
        List<Row> rows = sample.kept().stream()
                .sorted(Comparator.comparingLong(request -> request.stamps().intended()))
                .map(Row::of)
                .toList();
        return new Points(sample.offered(), rows.size(), COLUMNS, rows);
    }

    /** One request, by the columns. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @JsonPropertyOrder({"atS", "promptTokens", "cachedTokens", "ttftMs", "outputTokens", "decodeRate", "stallMs", "cell"
    })
    record Row(
            double atS,
            OptionalInt promptTokens,
            OptionalInt cachedTokens,
            OptionalDouble ttftMs,
            int outputTokens,
            OptionalDouble decodeRate,
            OptionalDouble stallMs,
            int cell) {
        static Row of(RequestRecord request) {
            Stamps at = request.stamps();
            return new Row(
                    Reading.seconds(at.intended()),
                    Points.promptTokens(request),
                    request.usage().hasInput()
                            ? OptionalInt.of(Math.max(0, request.usage().cacheReadTokens()))
                            : OptionalInt.empty(),
                    Reading.millis(Stamps.between(at.intended(), at.firstToken())),
                    Points.outputTokens(request),
                    Pace.of(request)
                            .map(pace -> OptionalDouble.of(Reading.thousandths(pace.tokensPerSecond())))
                            .orElse(OptionalDouble.empty()),
                    Reading.millis(request.stallNanos()),
                    request.cell());
        }
    }

    /** Returns a prompt's size by the service's count, or else as it was asked for. */
    static OptionalInt promptTokens(RequestRecord request) {
        Usage usage = request.usage();
        if (usage.hasInput()) {
            return OptionalInt.of(usage.totalInputTokens());
        }
        return request.promptTokens() > 0 ? OptionalInt.of(request.promptTokens()) : OptionalInt.empty();
    }

    /** Returns an answer's size by the service's count, or else its events. */
    static int outputTokens(RequestRecord request) {
        return request.usage().hasOutput()
                ? request.usage().outputTokens()
                : request.content().events();
    }
}
