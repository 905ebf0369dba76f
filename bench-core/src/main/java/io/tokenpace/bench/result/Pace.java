package io.tokenpace.bench.result;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How fast an answer came once its first arrival was in.
 *
 * @param tokens that came after the first arrival
 * @param nanos from the first arrival to the last
 */
public record Pace(double tokens, long nanos) {
    /** From this share on, an event is taken for a token. */
    private static final double EVENT_IS_TOKEN = 0.9;

    private static final double NANOS_PER_SECOND = 1e9;

    public Pace {
        if (tokens < 1) {
            throw new IllegalArgumentException("tokens (" + tokens + ") must be at least 1");
        }
        if (nanos <= 0) {
            throw new IllegalArgumentException("nanos (" + nanos + ") must be positive");
        }
    }

    /**
     * Returns the pace of an answer, if it has any. Where thinking was hidden the service has counted tokens it never
     * streamed, so that only what was visible tells the pace.
     */
    public static Optional<Pace> of(RequestRecord request) {
        Stamps at = request.stamps();
        boolean hidden = request.hasHiddenThinking();
        StreamedContent content = hidden ? request.visible() : request.content();
        OptionalLong nanos = hidden
                ? Stamps.between(at.firstVisible(), at.lastVisible())
                : Stamps.between(at.firstToken(), at.lastToken());
        double tokens = request.streamedTokens() - firstArrivalTokens(request.streamedTokens(), content);
        return tokens >= 1 && nanos.orElse(0) > 0 ? Optional.of(new Pace(tokens, nanos.getAsLong())) : Optional.empty();
    }

    /** Returns whether a request sent nearly every token as an event of its own. */
    public static boolean isTokenPerEvent(int events, int tokens) {
        return events >= EVENT_IS_TOKEN * tokens;
    }

    /**
     * Estimates how many of n tokens came with the first arrival: its events where events are tokens, else its share of
     * the characters. For a service that sends a token at a time it is 1.
     */
    private static double firstArrivalTokens(int tokens, StreamedContent content) {
        if (isTokenPerEvent(content.events(), tokens)) {
            return content.firstEvents();
        }
        return Math.max(1, (double) tokens * content.firstChars() / Math.max(1, content.chars()));
    }

    public double nanosPerToken() {
        return nanos / tokens;
    }

    public double tokensPerSecond() {
        return tokens / nanos * NANOS_PER_SECOND;
    }
}
