package io.tokenpace.bench.result;

import io.tokenpace.bench.outcome.ErrorKind;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One of several attempts at a request. Moments are nanoseconds from the start of the run; {@link Stamps#UNKNOWN} stands for
 * one that never came.
 *
 * @param started the client took it up
 * @param connecting it began to open a connection
 * @param sent its first byte was handed to the socket
 * @param end the closing event, or the failure
 * @param error why it failed
 * @param errorText the failure in the service's or the system's own words
 * @param status the HTTP status; 0 where no head came
 * @param headers what the headers of its answer told of the service
 * @param waitedNanos how long was waited before the next attempt, or until there was to be none
 */
public record Attempt(
        long started,
        long connecting,
        long sent,
        long end,
        Optional<ErrorKind> error,
        String errorText,
        int status,
        ServiceHeaders headers,
        OptionalLong waitedNanos) {
    /** Returns the same attempt, its moments counted from a start that lies earlier by so many nanoseconds. */
    Attempt later(long nanos) {
        return new Attempt(
                Stamps.later(started, nanos),
                Stamps.later(connecting, nanos),
                Stamps.later(sent, nanos),
                Stamps.later(end, nanos),
                error,
                errorText,
                status,
                headers,
                waitedNanos);
    }
}
