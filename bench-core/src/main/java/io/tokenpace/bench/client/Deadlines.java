package io.tokenpace.bench.client;

import io.tokenpace.bench.outcome.ErrorKind;
import java.util.Optional;

/** Tells when an exchange has waited too long. */
final class Deadlines {
    private final long firstTokenNanos;
    private final long idleNanos;
    private final long totalNanos;
    private final Timeouts timeouts;

    Deadlines(Timeouts timeouts) {
        this.timeouts = timeouts;
        firstTokenNanos = timeouts.firstToken().toNanos();
        idleNanos = timeouts.idle().toNanos();
        totalNanos = timeouts.total().toNanos();
    }

    /**
     * Returns how long a check may be put off at most: no deadline that arises later can pass before it, so that nothing
     * has to be re-armed when content arrives.
     */
    long intervalNanos() {
        return Math.min(idleNanos, Math.min(firstTokenNanos, totalNanos));
    }

    Optional<ErrorKind> passed(Exchange exchange, long nowNanos) {
        if (nowNanos - exchange.sentNanos() >= totalNanos) {
            return Optional.of(ErrorKind.TIMEOUT);
        }
        if (nowNanos - phaseDeadline(exchange) < 0) {
            return Optional.empty();
        }
        return Optional.of(hasContent(exchange) ? ErrorKind.IDLE_TIMEOUT : ErrorKind.FIRST_TOKEN_TIMEOUT);
    }

    long nextCheckNanos(Exchange exchange, long nowNanos) {
        long total = exchange.sentNanos() + totalNanos - nowNanos;
        long phase = phaseDeadline(exchange) - nowNanos;
        return Math.min(intervalNanos(), Math.min(total, phase));
    }

    String describe(ErrorKind kind) {
        return switch (kind) {
            case FIRST_TOKEN_TIMEOUT ->
                "no content within " + timeouts.firstToken().toMillis() + " ms";
            case IDLE_TIMEOUT -> "silent for " + timeouts.idle().toMillis() + " ms";
            default -> "not ended within " + timeouts.total().toMillis() + " ms";
        };
    }

    private long phaseDeadline(Exchange exchange) {
        return hasContent(exchange) ? exchange.lastArrivalNanos() + idleNanos : exchange.sentNanos() + firstTokenNanos;
    }

    private static boolean hasContent(Exchange exchange) {
        return exchange.content().firstNanos() != Exchange.UNSET;
    }
}
