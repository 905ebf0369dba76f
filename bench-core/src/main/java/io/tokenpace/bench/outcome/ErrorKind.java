package io.tokenpace.bench.outcome;

import java.util.Locale;

/** Why a request failed. A failure of a server or of the network is data, never an exception. */
public enum ErrorKind {
    /** The connection could not be opened. */
    CONNECT,
    /** The TLS handshake failed. */
    TLS,
    /** The connection was reset. */
    RESET,
    /** The answer ended cleanly, but before its closing event. */
    TRUNCATED,
    /** The answer was not what the protocol allows. */
    MALFORMED,
    /** The service refused the request (4xx but 429). */
    HTTP_4XX,
    /** The service asked for less (429). */
    RATE_LIMITED,
    /** The service was overloaded (529). */
    OVERLOADED,
    /** The service failed (5xx but 529). */
    HTTP_5XX,
    /** An error event came in the middle of the answer. */
    STREAM_ERROR,
    /** No content came in time. */
    FIRST_TOKEN_TIMEOUT,
    /** The answer fell silent for too long. */
    IDLE_TIMEOUT,
    /** The answer as a whole took too long. */
    TIMEOUT,
    /** The run gave the request up. */
    CANCELLED,
    /** The client itself failed. */
    CLIENT;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** Returns the name used in files and tables, as in {@code first_token_timeout}. */
    public String label() {
        return label;
    }

    /** Returns the kind of failure that an HTTP status other than 2xx stands for. */
    public static ErrorKind ofStatus(int status) {
        // A proxy's own: the service was never reached.
        if (status == 407) {
            return CONNECT;
        }
        if (status == 429) {
            return RATE_LIMITED;
        }
        if (status == 529) {
            return OVERLOADED;
        }
        if (status >= 500) {
            return HTTP_5XX;
        }
        return status >= 400 ? HTTP_4XX : MALFORMED;
    }
}
