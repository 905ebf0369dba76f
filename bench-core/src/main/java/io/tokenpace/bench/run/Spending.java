package io.tokenpace.bench.run;

import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.result.Price;
import io.tokenpace.bench.result.Spent;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.LongAdder;

/** Adds up what requests have used, from any thread. */
final class Spending {
    private final Optional<Price> price;
    private final LongAdder input = new LongAdder();
    private final LongAdder cached = new LongAdder();
    private final LongAdder cacheWrites = new LongAdder();
    private final LongAdder output = new LongAdder();
    private final LongAdder picodollars = new LongAdder();
    private final LongAdder uncountedRequests = new LongAdder();
    private final LongAdder uncountedTokens = new LongAdder();

    Spending(Optional<Price> price) {
        this.price = price;
    }

    /** Adds what the service has told of a request, which may be nothing. */
    void add(Usage usage) {
        input.add(usage.totalInputTokens());
        cached.add(Math.max(0, usage.cacheReadTokens()));
        cacheWrites.add(Math.max(0, usage.cacheCreationTokens()));
        output.add(Math.max(0, usage.outputTokens()));
        picodollars.add(price.map(each -> each.picodollars(usage)).orElse(0L));
    }

    /** Adds a request of which the service has not told all. */
    void addUncounted(long mostTokens) {
        uncountedRequests.increment();
        uncountedTokens.add(mostTokens);
    }

    Spent spent() {
        return new Spent(
                input.sum(),
                cached.sum(),
                cacheWrites.sum(),
                output.sum(),
                uncountedRequests.sum(),
                uncountedTokens.sum(),
                price.isPresent()
                        ? OptionalDouble.of((double) picodollars.sum() / Price.PICODOLLARS)
                        : OptionalDouble.empty());
    }
}
