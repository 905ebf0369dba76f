package io.tokenpace.cli;

import io.tokenpace.bench.result.Price;
import io.tokenpace.bench.run.Bounds;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
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

    @Option(
            names = "--max-cost",
            paramLabel = "USD",
            description =
                    "Never spend more than this: a request that might exceed it is not sent, and the run ends there"
                            + " (default: no limit).")
    private BigDecimal maxCost;

    @Option(
            names = "--price",
            paramLabel = "IN,OUT",
            converter = PriceSpec.class,
            description = "What the model costs, in USD per million tokens of prompts and answers; IN,OUT,CACHED,WRITE"
                    + " where the prompt cache has prices of its own (default: by the table of prices).")
    private Price price;

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "A table of prices instead of the one that comes along.")
    private Path prices;

    Bounds bounds(String model) {
        OptionalLong tokens = maxTotalTokens == null ? OptionalLong.empty() : OptionalLong.of(maxTotalTokens);
        return new Bounds(tokens, price(model), Optional.ofNullable(maxCost));
    }

    /** Returns what a model costs, where anybody has said so. */
    Optional<Price> price(String model) {
        if (price != null && prices != null) {
            throw new IllegalArgumentException("--price and --prices (" + prices + ") exclude each other");
        }
        if (price != null) {
            return Optional.of(price);
        }
        PriceTable table = prices == null ? PriceTable.shipped() : PriceTable.read(prices);
        return table.of(model);
    }

    boolean yes() {
        return yes;
    }

    /** Returns what the run uses at most, and by which options. */
    Optional<String> boundText() {
        List<String> bounds = new ArrayList<>();
        if (maxTotalTokens != null) {
            bounds.add(String.format(Locale.ROOT, "%,d tokens, by --max-total-tokens", maxTotalTokens));
        }
        if (maxCost != null) {
            bounds.add(maxCost.toPlainString() + " USD, by --max-cost");
        }
        return bounds.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", bounds));
    }
}
