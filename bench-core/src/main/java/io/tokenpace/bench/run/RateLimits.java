package io.tokenpace.bench.run;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.result.ServiceHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a service that refused requests as too many (429) told of its limits. Where a refusal says of some limits that
 * nothing of them remains, these are the ones it met.
 */
final class RateLimits {
    private static final Pattern ANTHROPIC = Pattern.compile("anthropic-ratelimit-([a-z-]+)-limit");
    private static final Pattern OPENAI = Pattern.compile("x-ratelimit-limit-([a-z-]+)");
    private static final Pattern FIGURE = Pattern.compile("\\d{1,15}");

    private long refused;
    private List<Limit> limits = List.of();

    /**
     * One limit.
     *
     * @param header its name
     */
    private record Limit(String header, String what, long figure, boolean isMet) {
        String text() {
            return String.format(Locale.ROOT, "%,d %s, by %s", figure, what, header);
        }
    }

    void addFailure(ErrorKind kind, ServiceHeaders headers) {
        if (kind != ErrorKind.RATE_LIMITED) {
            return;
        }
        refused++;
        if (limits.isEmpty()) {
            limits = limits(headers.limits());
        }
    }

    private static List<Limit> limits(Map<String, String> headers) {
        List<Limit> limits = new ArrayList<>();
        headers.forEach((name, value) -> {
            Matcher anthropic = ANTHROPIC.matcher(name);
            Matcher openai = OPENAI.matcher(name);
            if (!FIGURE.matcher(value).matches()) {
                return;
            }
            if (anthropic.matches()) {
                // Anthropic's limits are all by the minute; others do not tell over what time theirs are.
                String what = anthropic.group(1);
                String remaining = headers.getOrDefault("anthropic-ratelimit-" + what + "-remaining", "");
                limits.add(limit(name, what + " a minute", value, remaining));
            } else if (openai.matches()) {
                String what = openai.group(1);
                limits.add(limit(name, what, value, headers.getOrDefault("x-ratelimit-remaining-" + what, "")));
            }
        });
        return limits;
    }

    private static Limit limit(String header, String what, String figure, String remaining) {
        return new Limit(header, what.replace('-', ' '), Long.parseLong(figure), remaining.equals("0"));
    }

    /** Returns what a reader should know, if any request was refused so. */
    Optional<String> note() {
        if (refused == 0) {
            return Optional.empty();
        }
        String requests = refused == 1 ? "1 request" : String.format(Locale.ROOT, "%,d requests", refused);
        String count = "the service refused " + requests + " as too many (429)";
        return Optional.of(limits.isEmpty() ? count : count + "; its limit: " + told());
    }

    private String told() {
        boolean anyMet = limits.stream().anyMatch(Limit::isMet);
        return limits.stream()
                .filter(limit -> limit.isMet() || !anyMet)
                .map(Limit::text)
                .collect(Collectors.joining("; "));
    }
}
