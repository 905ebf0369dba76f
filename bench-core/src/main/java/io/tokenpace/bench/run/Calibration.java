package io.tokenpace.bench.run;

import io.tokenpace.bench.client.Exchange;
import io.tokenpace.bench.client.PreparedRequest;
import io.tokenpace.bench.client.RequestEncoder;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.PromptCount;
import io.tokenpace.bench.workload.TextSize;
import io.tokenpace.bench.workload.WorkItem;
import io.tokenpace.bench.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Learns before the load starts how the service counts the words of prompts, so that they come out at the size asked for:
 * by the counts of a short and of a long sample. It belongs to no figure, and whatever goes wrong with it ends no run.
 */
final class Calibration {
    /** As many items as are made ready to be measured for length anyway. */
    private static final int LOOKED_AT = 16;

    /** Counts are whole numbers: with 960 words between two of them the line's steepness is known to 0.1 %. */
    private static final int LONG_WORDS = 1_024;

    private static final int FEWEST_LONG_WORDS = 8;

    /** One of the system's and one of the user's. */
    private static final int FEWEST_WORDS = 2;

    private static final int LONG_TO_SHORT = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunPlan plan;
    private final Preflight preflight;
    private final RequestEncoder encoder;
    private final Budget budget;
    private final BooleanSupplier interrupted;

    /** @param interrupted whether the run is to end */
    Calibration(RunPlan plan, Preflight preflight, RequestEncoder encoder, Budget budget, BooleanSupplier interrupted) {
        this.plan = plan;
        this.preflight = preflight;
        this.encoder = encoder;
        this.budget = budget;
        this.interrupted = interrupted;
    }

    /** A way to have a prompt counted, for nothing or by an answer. */
    private record Way(String name, boolean isFree, RequestEncoder encoder, Function<Ask, byte[]> body) {}

    /** What one sample counted, or why it counted nothing. */
    private record Count(OptionalInt tokens, String failure) {}

    /** Returns how prompts are to be sized. */
    Sizing learn() throws InterruptedException {
        Workload items = plan.items();
        if (items.sample(FEWEST_LONG_WORDS).isEmpty()) {
            return Sizing.PLAIN;
        }
        int longWords = longWords(items);
        int shortWords = shortWords(longWords);
        Sizing sizing = Sizing.PLAIN;
        for (Way way : ways()) {
            sizing = learn(way, items, shortWords, longWords);
            if (interrupted.getAsBoolean()) {
                return Sizing.PLAIN;
            }
            if (sizing.isKnown()) {
                return sizing;
            }
        }
        return sizing;
    }

    /** Returns the most tokens that samples for some items may take, where a service counts only what it answers. */
    static long mostTokens(Workload items) {
        if (items.sample(FEWEST_LONG_WORDS).isEmpty()) {
            return 0;
        }
        int longWords = longWords(items);
        return PromptBound.ofUnseen(longWords) + 1 + PromptBound.ofUnseen(shortWords(longWords)) + 1;
    }

    private static int longWords(Workload items) {
        return Math.max(FEWEST_LONG_WORDS, Math.min(LONG_WORDS, largestPrompt(items)));
    }

    private static int shortWords(int longWords) {
        return Math.max(FEWEST_WORDS, longWords / LONG_TO_SHORT);
    }

    private static int largestPrompt(Workload items) {
        int largest = 0;
        for (long i = 0; i < LOOKED_AT && items.has(i); i++) {
            largest = Math.max(largest, items.sizes(i).promptTokens());
        }
        return largest;
    }

    /** A mere count comes first: it costs nothing, and leaves nothing behind in the service. */
    private List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        plan.format().promptCount().ifPresent(count -> ways.add(counting(count)));
        ways.add(new Way("usage", false, encoder, plan.format()::body));
        return ways;
    }

    private Way counting(PromptCount count) {
        String name = count.path().substring(count.path().lastIndexOf('/') + 1);
        return new Way(name, true, RequestEncoder.forCounts(plan.target(), plan.format(), count), count::body);
    }

    private Sizing learn(Way way, Workload items, int shortWords, int longWords) throws InterruptedException {
        Count few = count(way, items.sample(shortWords).orElseThrow(), shortWords);
        if (few.tokens().isEmpty()) {
            return Sizing.unknown(few.failure());
        }
        Count many = count(way, items.sample(longWords).orElseThrow(), longWords);
        if (many.tokens().isEmpty()) {
            return Sizing.unknown(many.failure());
        }
        int fewTokens = few.tokens().getAsInt();
        int manyTokens = many.tokens().getAsInt();
        if (!TextSize.isPlausible(shortWords, fewTokens, longWords, manyTokens)) {
            return Sizing.unknown("the service counts " + fewTokens + " tokens for " + shortWords + " words and "
                    + manyTokens + " for " + longWords);
        }
        return Sizing.learnt(TextSize.through(shortWords, fewTokens, longWords, manyTokens), way.name());
    }

    private Count count(Way way, Ask sample, int words) throws InterruptedException {
        byte[] bytes = way.encoder().encode(0, way.body().apply(sample));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        // Of an unknown size to the budget too: how words come out says nothing about prompts that are sized by it.
        PreparedRequest request = new PreparedRequest(0, true, 0, WorkItem.UNKNOWN_SIZE, 1, 0, bytes);
        Reservation reservation = budget.reservation(request);
        if (!way.isFree() && !reservation.tryTake()) {
            return failure("--max-total-tokens or --max-cost leaves no room for a sample of " + words + " words");
        }
        Exchange exchange =
                preflight.send(request, () -> interrupted.getAsBoolean() || System.nanoTime() - deadline > 0);
        reservation.settle(exchange);
        if (!exchange.succeeded()) {
            return failure("a sample of " + words + " words failed: " + cause(exchange));
        }
        return exchange.usage().hasInput()
                ? new Count(OptionalInt.of(exchange.usage().totalInputTokens()), "")
                : failure("the service does not tell the tokens of a prompt");
    }

    private static Count failure(String why) {
        return new Count(OptionalInt.empty(), why);
    }

    private static String cause(Exchange exchange) {
        if (exchange.cancelled()) {
            return "no answer within " + PATIENCE.toSeconds() + " s";
        }
        String kind = exchange.error().map(ErrorKind::label).orElse("");
        String words = exchange.errorText().isEmpty() ? "" : " (" + exchange.errorText() + ")";
        return kind + words;
    }
}
