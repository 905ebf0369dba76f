package io.tokenpace.bench.result;

import java.util.Optional;

/**
 * Failures of one kind and status.
 *
 * @param count requests that failed so for good
 * @param retried attempts that failed so, and after which the request was to be sent again
 * @param example the words of the first of them
 * @param requestId the service's number of that first one, if it gave any
 */
public record ErrorGroup(
        String kind, int status, long count, long retried, String example, Optional<String> requestId) {
    /** Returns the group with more failures of its kind and status, which came later. */
    public ErrorGroup plus(ErrorGroup later) {
        return new ErrorGroup(kind, status, count + later.count, retried + later.retried, example, requestId);
    }
}
