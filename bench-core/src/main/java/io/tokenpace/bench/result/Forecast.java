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
 * @param before the most tokens of what is sent before any load: a small request to each endpoint, samples of prompts
 * @param cost of all that, where the model's price is known
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
        long before,
        Optional<Cost> cost,
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

    /** Returns the same with what is sent before any load. */
    public Forecast withBefore(long most) {
        return with(most, cost);
    }

    /** Returns the same with what it costs, as far as its tokens are known. */
    public Forecast pricedAt(Price price) {
        return with(before, tokens.map(known -> Cost.of(known, before, price)));
    }

    private Forecast with(long newBefore, Optional<Cost> newCost) {
        return new Forecast(
                schema,
                seed,
                warmupRequests,
                requests,
                basis,
                lookedAt,
                turns,
                promptTokens,
                maxTokens,
                tokens,
                newBefore,
                newCost,
                arrivals,
                notes);
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
     * @param worstOutput those of the worst case that are output
     */
    public record Tokens(long input, long output, long worstCase, long worstOutput) {}

    /**
     * What the tokens cost, in USD.
     *
     * @param expected if no prompt is found in a cache
     * @param worstCase of the worst case and all that comes before the load, if every prompt is written to the cache where
     *     that costs more
     */
    public record Cost(double expected, double worstCase) {
        static Cost of(Tokens tokens, long before, Price price) {
            long worstInput = tokens.worstCase() - tokens.worstOutput() + before;
            return new Cost(
                    price.usd(tokens.input(), tokens.output()), price.mostUsd(worstInput, tokens.worstOutput()));
        }
    }
}
