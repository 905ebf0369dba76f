package io.tokenpace.cli;

import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.workload.PromptCache;
import io.tokenpace.bench.workload.RequestShape;
import io.tokenpace.bench.workload.ScriptedWorkload;
import io.tokenpace.bench.workload.SizedWorkload;
import io.tokenpace.bench.workload.Workload;
import io.tokenpace.bench.workload.trace.TraceWorkload;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is sent. */
final class WorkloadOptions {
    private static final SizeSpec MOCK_PROMPTS = SizeSpec.of(128, 1_024, 8_192);
    private static final SizeSpec MOCK_ANSWERS = SizeSpec.of(32, 128);
    private static final SizeSpec SERVICE_PROMPTS = SizeSpec.of(512);
    private static final SizeSpec SERVICE_ANSWERS = SizeSpec.of(128);

    @Option(
            names = "--prompt-tokens",
            paramLabel = "SPEC",
            converter = SizeSpecs.class,
            description = "Prompt sizes in tokens: a number, a list of which each is a cell of the report, or a"
                    + " distribution, as in uniform:100..2000, normal:550+-150, lognormal:550+-400 (mean and standard"
                    + " deviation), exponential:500, zipf:1.2:16..4096 (exponent and range), empirical:FILE"
                    + " (default: 128,1024,8192 for the mock, 512 for a URL).")
    private SizeSpec promptTokens;

    @Option(
            names = "--max-tokens",
            paramLabel = "SPEC",
            converter = SizeSpecs.class,
            description = "Answer sizes in tokens, likewise (default: 32,128 for the mock, 128 for a URL).")
    private SizeSpec maxTokens;

    @Option(
            names = "--system-tokens",
            paramLabel = "N",
            defaultValue = "0",
            description = "Begin every prompt with the same system text of this many of its tokens"
                    + " (default: ${DEFAULT-VALUE}).")
    private int systemTokens;

    @Option(
            names = "--prompt-cache",
            paramLabel = "WHAT",
            defaultValue = "off",
            description = "What the prompts share, for a cache to find: off (nothing but the system text), shared (all"
                    + " but the last tenth, and at least 16 tokens, of each) or ephemeral (the same, with Anthropic's"
                    + " cache breakpoints) (default: ${DEFAULT-VALUE}).")
    private PromptCache promptCache;

    @Mixin
    private DatasetOptions dataset = new DatasetOptions();

    @Mixin
    private TraceOptions trace = new TraceOptions();

    @Mixin
    private ConversationOptions conversation = new ConversationOptions();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Draw prompts and arrivals from this (default: random, and printed).")
    private Long seed;

    /** Returns the given seed, or a random one, which then stays. */
    long seed() {
        if (seed == null) {
            // Nine digits are enough to be different and few enough to be typed again.
            seed = new SplittableRandom().nextLong(1, 1_000_000_000);
        }
        return seed;
    }

    /** Returns the items of the warm-up, which share no more with the measured ones than those do with each other. */
    Workload warmupItems(String model, boolean mock) {
        return conversation.openingsOf(
                dataset.file().isPresent() ? samples(model, 0) : sized(model, mock, "warmup"), seed());
    }

    /**
     * Returns the measured items.
     *
     * @param warmupRequests how many items the warm-up takes, or may take
     */
    Workload items(String model, boolean mock, long warmupRequests) {
        return conversation.begunBy(
                dataset.file().isPresent() ? samples(model, warmupRequests) : sized(model, mock, "load"),
                promptCache == PromptCache.EPHEMERAL && conversation.areGiven(),
                seed());
    }

    /** Returns the requests of a trace, if one is to be replayed; each time anew, from its beginning. */
    Optional<TraceWorkload> trace(String model) {
        if (trace.file().isEmpty()) {
            return Optional.empty();
        }
        exclude("--trace", trace.file(), "--dataset", dataset.file().orElse(null));
        exclude("--trace", trace.file(), "--max-tokens", maxTokens);
        excludeSizes("--trace", trace.file());
        conversation.requireNone("--trace (" + trace.file().get() + ")");
        return Optional.of(trace.requests(model, dataset.brokenLines(), seed()));
    }

    /** Names the trace, as it is replayed. */
    String traceName() {
        return trace.sketch();
    }

    private ScriptedWorkload sized(String model, boolean mock, String phase) {
        return new SizedWorkload(shape(model, mock), seed(), phase);
    }

    private ScriptedWorkload samples(String model, long skipped) {
        excludeSizes("--dataset", dataset.file());
        return dataset.items(model, maxTokens(false), seed(), skipped);
    }

    private void excludeSizes(String name, Optional<Path> file) {
        exclude(name, file, "--prompt-tokens", promptTokens);
        exclude(name, file, "--system-tokens", systemTokens == 0 ? null : systemTokens);
        boolean marksTurns = promptCache == PromptCache.EPHEMERAL && conversation.areGiven();
        exclude(name, file, "--prompt-cache", promptCache == PromptCache.OFF || marksTurns ? null : promptCache);
    }

    private static void exclude(String name, Optional<Path> file, String otherName, Object value) {
        if (value != null) {
            throw new IllegalArgumentException(
                    name + " (" + file.orElseThrow() + ") and " + otherName + " (" + value + ") exclude each other");
        }
    }

    /** Refuses what the load has no use for. */
    void requireUseIn(LoadShape shape) {
        conversation.requireUseIn(shape);
    }

    /** Whether words of given sizes are sent, rather than what a file says. */
    boolean isSized() {
        return dataset.file().isEmpty() && trace.file().isEmpty();
    }

    /** Returns the same for options that ask the same, whatever the seed. */
    String digest(boolean mock) {
        return Manifests.digest(
                promptTokens(mock).listed(),
                promptTokens(mock).sketch(),
                maxTokens(mock).listed(),
                maxTokens(mock).sketch(),
                systemTokens,
                promptCache,
                dataset.sketch(),
                conversation.sketch(),
                trace.sketch());
    }

    private RequestShape shape(String model, boolean mock) {
        return new RequestShape(model, promptTokens(mock), maxTokens(mock), systemTokens, promptCache);
    }

    private SizeSpec promptTokens(boolean mock) {
        return Optional.ofNullable(promptTokens).orElse(mock ? MOCK_PROMPTS : SERVICE_PROMPTS);
    }

    private SizeSpec maxTokens(boolean mock) {
        return Optional.ofNullable(maxTokens).orElse(mock ? MOCK_ANSWERS : SERVICE_ANSWERS);
    }
}
