package io.tokenpace.bench.run;

import io.tokenpace.bench.client.Exchange;
import io.tokenpace.bench.client.PreparedRequest;
import io.tokenpace.bench.draw.Draws;
import io.tokenpace.bench.outcome.ErrorKind;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Says whether a request that failed is sent again, and after how long, in the way of the services' own clients. What is
 * drawn depends on the seed, the request and the number of the attempt alone.
 */
final class RetryRule {
    /** A service that asks for more is not waited for: the request has failed. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private static final double FIRST_WAIT_NANOS = 500e6;
    private static final double LONGEST_BACKOFF_NANOS = 8e9;
    private static final double MOST_JITTER = 0.25;
    private static final int MOST_DOUBLINGS = 10;

    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final Set<Integer> PASSING = Set.of(408, 409, 429);
    private static final Set<ErrorKind> LOST = Set.of(ErrorKind.CONNECT, ErrorKind.RESET, ErrorKind.TRUNCATED);

    private final int most;
    private final Draws warmupDraws;
    private final Draws draws;
    private final Clock clock;

    /**
     * @param most how often a request is sent again
     * @param clock tells the time of day, against which services give theirs
     */
    RetryRule(int most, long seed, Clock clock) {
        this.most = most;
        this.warmupDraws = Draws.of(seed, "warmup.retries");
        this.draws = Draws.of(seed, "retries");
        this.clock = clock;
    }

    /**
     * How an attempt failed.
     *
     * @param attempts how many there have been with it
     * @param status of the refusal; 0 where no head came
     * @param limits the service's word on trying again
     */
    record Failure(PreparedRequest request, int attempts, ErrorKind kind, int status, Map<String, String> limits) {
        static Failure of(Exchange exchange) {
            int attempts = 1;
            for (Exchange one = exchange;
                    one.before().isPresent();
                    one = one.before().get()) {
                attempts++;
            }
            return new Failure(
                    exchange.request(),
                    attempts,
                    exchange.error().orElseThrow(),
                    exchange.status(),
                    exchange.headers().limits());
        }
    }

    /** Returns how long to wait from the failure until the request is sent again; nothing where it has failed for good. */
    OptionalLong waitNanos(Failure failure) {
        if (failure.attempts() > most || !mayPass(failure)) {
            return OptionalLong.empty();
        }
        OptionalLong asked = RetryAfter.nanos(failure.limits(), clock.millis());
        if (asked.isEmpty()) {
            return OptionalLong.of(backoffNanos(failure));
        }
        return asked.getAsLong() > LONGEST_WAIT.toNanos() ? OptionalLong.empty() : asked;
    }

    /** An answer that had begun, and so has the status 200, is never asked for again. */
    private static boolean mayPass(Failure failure) {
        if (failure.status() < FIRST_REFUSAL) {
            return failure.status() == 0 && LOST.contains(failure.kind());
        }
        return switch (failure.limits().getOrDefault("x-should-retry", "")) {
            case "true" -> true;
            case "false" -> false;
            default -> failure.status() >= FIRST_SERVER_ERROR || PASSING.contains(failure.status());
        };
    }

    /** Half a second, doubled with each attempt up to 8 s, and up to a quarter of it left out. */
    private long backoffNanos(Failure failure) {
        PreparedRequest request = failure.request();
        double jitter = (request.warmup() ? warmupDraws : draws)
                .fork(request.index())
                .fork(request.turn())
                .uniform(failure.attempts());
        int doublings = Math.min(failure.attempts() - 1, MOST_DOUBLINGS);
        double whole = Math.min(LONGEST_BACKOFF_NANOS, FIRST_WAIT_NANOS * (1 << doublings));
        return Math.round(whole * (1 - MOST_JITTER * jitter));
    }
}
