package io.tokenpace.cli;

import io.tokenpace.bench.workload.GridWorkload;
import io.tokenpace.bench.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import picocli.CommandLine.Option;

/** What is sent. */
final class WorkloadOptions {
    private static final Sizes MOCK_PROMPTS = new Sizes(List.of(128, 1_024, 8_192));
    private static final Sizes MOCK_ANSWERS = new Sizes(List.of(32, 128));
    private static final Sizes SERVICE_PROMPTS = new Sizes(List.of(512));
    private static final Sizes SERVICE_ANSWERS = new Sizes(List.of(128));

    @Option(
            names = "--prompt-tokens",
            paramLabel = "SPEC",
            converter = Sizes.Converter.class,
            description = "Prompt sizes in tokens; each of a list is a cell of the report"
                    + " (default: 128,1024,8192 for the mock, 512 for a URL).")
    private Sizes promptTokens;

    @Option(
            names = "--max-tokens",
            paramLabel = "SPEC",
            converter = Sizes.Converter.class,
            description = "Answer sizes in tokens, likewise (default: 32,128 for the mock, 128 for a URL).")
    private Sizes maxTokens;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Draw prompts and arrivals from this (default: random, and printed).")
    private Long seed;

    Sizes promptTokens(boolean mock) {
        return Optional.ofNullable(promptTokens).orElse(mock ? MOCK_PROMPTS : SERVICE_PROMPTS);
    }

    Sizes maxTokens(boolean mock) {
        return Optional.ofNullable(maxTokens).orElse(mock ? MOCK_ANSWERS : SERVICE_ANSWERS);
    }

    /** Returns the given seed, or a random one, which then stays. */
    long seed() {
        if (seed == null) {
            // Nine digits are enough to be different and few enough to be typed again.
            seed = new SplittableRandom().nextLong(1, 1_000_000_000);
        }
        return seed;
    }

    /** Returns the items of one phase; phases share no prompt. */
    Workload items(String model, boolean mock, String phase) {
        return new GridWorkload(
                model, promptTokens(mock).tokens(), maxTokens(mock).tokens(), seed(), phase);
    }
}
