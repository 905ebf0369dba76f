package io.tokenpace.bench.report;

import io.tokenpace.bench.result.Spent;

/** What everything that was sent has used, in a line; nothing where nothing was. */
final class SpentLine {
    private static final String HEAD = "spent       ";

    private SpentLine() {}

    static String of(Spent spent) {
        if (spent.inputTokens() + spent.outputTokens() + spent.uncountedRequests() == 0) {
            return "";
        }
        return Paragraph.of(
                HEAD,
                Figures.count(spent.inputTokens()) + " input tokens" + cached(spent) + ", "
                        + Figures.count(spent.outputTokens()) + " output tokens, warm-up included" + cost(spent)
                        + uncounted(spent),
                HEAD.length());
    }

    private static String cached(Spent spent) {
        return spent.cachedTokens() + spent.cacheWriteTokens() == 0
                ? ""
                : " (" + Figures.count(spent.cachedTokens()) + " from the cache, "
                        + Figures.count(spent.cacheWriteTokens()) + " written to it)";
    }

    private static String cost(Spent spent) {
        return spent.costUsd().isPresent() ? ": " + Figures.usd(spent.costUsd().getAsDouble()) : "";
    }

    private static String uncounted(Spent spent) {
        return spent.uncountedRequests() == 0
                ? ""
                : "; and up to " + Figures.count(spent.uncountedTokens()) + " tokens of "
                        + Figures.count(spent.uncountedRequests()) + " requests whose usage is not known";
    }
}
