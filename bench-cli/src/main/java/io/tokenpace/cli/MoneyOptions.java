package io.tokenpace.cli;

import io.tokenpace.bench.run.Bounds;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a run may use, and whether that is agreed to. */
final class MoneyOptions {
    @Option(
            names = "--max-total-tokens",
            paramLabel = "N",
            description = "Never use more tokens than this, prompts and answers of everything that is sent: a request"
                    + " that might exceed it is not sent, and the run ends there (default: no limit).")
    private Long maxTotalTokens;

    @Option(
            names = "--yes",
            description = "Send requests to a service elsewhere without asking; what they will and may use is printed"
                    + " all the same.")
    private boolean yes;

    Bounds bounds() {
        return maxTotalTokens == null ? Bounds.NONE : Bounds.ofTokens(maxTotalTokens);
    }

    boolean yes() {
        return yes;
    }

    /** Returns what the run uses at most, and by which option. */
    Optional<String> boundText() {
        return Optional.ofNullable(maxTotalTokens)
                .map(most -> String.format(Locale.ROOT, "%,d tokens, by --max-total-tokens", most));
    }
}
