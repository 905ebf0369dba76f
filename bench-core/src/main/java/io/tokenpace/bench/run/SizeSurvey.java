package io.tokenpace.bench.run;

import io.tokenpace.bench.result.Forecast;
import io.tokenpace.bench.workload.ItemSizes;
import java.util.List;
import org.HdrHistogram.Histogram;

/** The sizes of many requests, in an amount of memory that does not grow with them. */
final class SizeSurvey {
    private final Side prompts = new Side();
    private final Side answers = new Side();
    private long conversations;
    private long count;

    /** Adds all turns of a conversation, which may be one. */
    void add(List<ItemSizes> conversation) {
        conversations++;
        for (ItemSizes sizes : conversation) {
            prompts.add(sizes.promptTokens());
            answers.add(sizes.maxTokens());
            count++;
        }
    }

    /** Returns how many requests a conversation has on average. */
    double turnsEach() {
        return (double) count / conversations;
    }

    long count() {
        return count;
    }

    Forecast.Sizes promptTokens() {
        return prompts.sizes();
    }

    Forecast.Sizes maxTokens() {
        return answers.sizes();
    }

    /** Returns the tokens of the very requests that were looked at. */
    Forecast.Tokens tokens() {
        return new Forecast.Tokens(prompts.sum, answers.sum, Math.addExact(prompts.sum, answers.sum), answers.sum);
    }

    /** Returns the tokens of a number of requests like these. */
    Forecast.Tokens tokensOf(long requests) {
        return new Forecast.Tokens(
                Math.round(requests * prompts.mean()),
                Math.round(requests * answers.mean()),
                requests * (prompts.largest + answers.largest),
                requests * answers.largest);
    }

    /** Prompts or answers. */
    private static final class Side {
        /** Exact up to 32,767 tokens, and to a hundredth of a per cent beyond. */
        private static final int DIGITS = 4;

        private final Histogram values = new Histogram(DIGITS);
        private long sum;
        private long largest;

        void add(int tokens) {
            values.recordValue(tokens);
            sum += tokens;
            largest = Math.max(largest, tokens);
        }

        double mean() {
            return (double) sum / values.getTotalCount();
        }

        Forecast.Sizes sizes() {
            return new Forecast.Sizes(mean(), at(1), at(10), at(50), at(90), at(99), (int) largest);
        }

        /** Returns the smallest size that at least so many per cent do not exceed. */
        private int at(double percent) {
            return (int) values.lowestEquivalentValue(values.getValueAtPercentile(percent));
        }
    }
}
