package io.tokenpace.bench.result;

import java.util.Optional;

/**
 * Failures of one kind and status.
 *
 * @param example the words of the first of them
 * @param requestId the service's number of that first one, if it gave any
 */
public record ErrorGroup(String kind, int status, long count, String example, Optional<String> requestId) {
    /** Returns the group with more failures of its kind and status, which came later. */
    public ErrorGroup plus(ErrorGroup later) {
        return new ErrorGroup(kind, status, count + later.count, example, requestId);
    }
}
