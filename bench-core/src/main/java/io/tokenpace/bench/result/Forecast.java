package io.tokenpace.bench.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a run would send, told without sending it.
 *
 * @param seed from which prompts and arrivals are drawn
 * @param warmupRequests how many come first, outside all figures; empty where the answers decide
 * @param requests how many are measured; empty where the answers decide
 * @param basis where the sizes come from: {@link #DRAWN}, {@link #TRACED} or {@link #ESTIMATED}
 * @param lookedAt how many measured requests the sizes were taken of; all of them where they are traced
 * @param turns how many a conversation has on average, if users speak more than once
 * @param tokens all requests together, warm-up included; empty where their number is
 * @param arrivals how many measured requests are due in each tenth of the run; none in a closed loop
 * @param notes what a reader should know about what would be sent
 */
public record Forecast(
        String schema,
        long seed,
        OptionalLong warmupRequests,
        OptionalLong requests,
        String basis,
        long lookedAt,
        OptionalDouble turns,
        Sizes promptTokens,
        Sizes maxTokens,
        Optional<Tokens> tokens,
        List<Long> arrivals,
        List<String> notes) {
    /** The version of this form; a renamed or removed key raises it. */
    public static final String SCHEMA = "tokenpace.forecast/1";

    /** Basis of sizes that were listed or drawn. */
    public static final String DRAWN = "drawn";

    /** Basis of sizes that a trace names. */
    public static final String TRACED = "traced";

    /** Basis of sizes that only a service can count, told from the number of characters. */
    public static final String ESTIMATED = "estimated";

    public Forecast {
        arrivals = List.copyOf(arrivals);
        notes = List.copyOf(notes);
    }

    /** Sizes in tokens. */
    public record Sizes(double mean, int p1, int p10, int p50, int p90, int p99, int max) {}

    /**
     * Tokens of all requests.
     *
     * @param input expected
     * @param output expected, if every answer runs to its {@code max_tokens}
     * @param worstCase both together, if every request were as large as the largest that was looked at; where they are
     *     traced, no more than what is expected
     */
    public record Tokens(long input, long output, long worstCase) {}
}
