package io.tokenpace.bench.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run would send, told without sending it.
 *
 * @param seed from which prompts and arrivals are drawn
 * @param warmupRequests how many come first, outside all figures; empty where the answers decide
 * @param requests how many are measured; empty where the answers decide
 * @param lookedAt how many measured requests the sizes were taken of
 * @param tokens all requests together, warm-up included; empty where their number is
 * @param arrivals how many measured requests are due in each tenth of the run; none in a closed loop
 */
public record Forecast(
        String schema,
        long seed,
        OptionalLong warmupRequests,
        OptionalLong requests,
        long lookedAt,
        Sizes promptTokens,
        Sizes maxTokens,
        Optional<Tokens> tokens,
        List<Long> arrivals) {
    /** The version of this form; a renamed or removed key raises it. */
    public static final String SCHEMA = "tokenpace.forecast/1";

    public Forecast {
        arrivals = List.copyOf(arrivals);
    }

    /** Sizes in tokens. */
    public record Sizes(double mean, int p1, int p10, int p50, int p90, int p99, int max) {}

    /**
     * Tokens of all requests.
     *
     * @param input expected
     * @param output expected, if every answer runs to its {@code max_tokens}
     * @param worstCase both together, if every request were as large as the largest that was looked at
     */
    public record Tokens(long input, long output, long worstCase) {}
}
