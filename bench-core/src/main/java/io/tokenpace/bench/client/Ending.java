package io.tokenpace.bench.client;

import io.netty.handler.codec.DecoderException;
import io.tokenpace.bench.outcome.ErrorKind;
import java.io.IOException;
import java.util.Optional;

/**
 * How an exchange ended.
 *
 * @param error what failed; nothing if it was good or was cancelled
 */
record Ending(Optional<ErrorKind> error, String text, boolean isCancelled) {
    private static final Ending GOOD = new Ending(Optional.empty(), "", false);
    private static final Ending CANCELLED = new Ending(Optional.empty(), "", true);

    static Ending good() {
        return GOOD;
    }

    static Ending cancelled() {
        return CANCELLED;
    }

    /**
     * Returns the ending of an exchange whose connection has gone.
     *
     * @param cause what the connection met, if it did not close in good order
     * @param answering whether any of the answer had come
     */
    static Ending lost(Optional<Throwable> cause, boolean answering) {
        if (cause.isEmpty()) {
            return failed(
                    ErrorKind.TRUNCATED,
                    answering ? "the connection closed within the answer" : "the connection closed before an answer");
        }
        Throwable thrown = cause.get();
        if (thrown instanceof DecoderException) {
            return failed(ErrorKind.MALFORMED, "not an HTTP answer: " + thrown.getMessage());
        }
        return thrown instanceof IOException
                ? failed(ErrorKind.RESET, String.valueOf(thrown.getMessage()))
                : failed(ErrorKind.CLIENT, thrown.toString());
    }

    static Ending failed(ErrorKind kind, String text) {
        return new Ending(Optional.of(kind), text, false);
    }

    /** @param secrets what the words of a failure must not tell */
    void applyTo(Exchange exchange, long nowNanos, Secrets secrets) {
        error.ifPresent(kind -> exchange.failAnswered(kind, secrets.hide(text), nowNanos));
        if (isCancelled) {
            exchange.cancel(nowNanos);
        }
    }
}
