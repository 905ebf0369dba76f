package io.tokenpace.cli;

import io.tokenpace.bench.wire.Parameters;
import io.tokenpace.bench.wire.Thinking;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** What every request asks of its answer, beyond the size. */
final class AnswerOptions {
    @Option(
            names = "--temperature",
            paramLabel = "X",
            description =
                    "Draw words as evenly as this, from 0 to 1, or to 2 with an OpenAI-compatible service (default:"
                            + " not sent; newer models of Anthropic's refuse it, as they do the next two).")
    private Double temperature;

    @Option(
            names = "--top-p",
            paramLabel = "X",
            description = "Draw from the likeliest words that make up this share, from 0 to 1 (default: not sent).")
    private Double topP;

    @Option(
            names = "--top-k",
            paramLabel = "N",
            description =
                    "Draw from so many of the likeliest words (default: not sent; OpenAI's own service has no such"
                            + " thing).")
    private Integer topK;

    @Option(
            names = "--thinking",
            paramLabel = "HOW",
            description =
                    "Anthropic: adaptive, disabled or a budget of tokens, as in 4096; :summarized or :omitted behind"
                            + " it says what is shown. OpenAI-compatible chats: an effort, none, minimal, low, medium, high or"
                            + " xhigh (default: not sent).")
    private String thinking;

    @Option(
            names = "--ignore-eos",
            negatable = true,
            description =
                    "Have every answer written to its --max-tokens, so that all runs do the same work (default: on"
                            + " for OpenAI-compatible services but OpenAI's own; Anthropic's API cannot).")
    private Boolean ignoreEos;

    @Option(
            names = "--no-stream",
            description =
                    "Ask for whole answers instead of streams. They have e2e, ttfb and tokens, but no first token to"
                            + " time (default: stream).")
    private boolean whole;

    /**
     * Returns what was asked for.
     *
     * @param ignoreEosUnasked whether answers are to have a fixed length where nothing was said about it
     */
    Parameters parameters(boolean ignoreEosUnasked) {
        return new Parameters(
                temperature == null ? OptionalDouble.empty() : OptionalDouble.of(temperature),
                topP == null ? OptionalDouble.empty() : OptionalDouble.of(topP),
                topK == null ? OptionalInt.empty() : OptionalInt.of(topK),
                Optional.ofNullable(thinking).map(Thinking::parse),
                !whole,
                Optional.ofNullable(ignoreEos).orElse(ignoreEosUnasked));
    }
}
