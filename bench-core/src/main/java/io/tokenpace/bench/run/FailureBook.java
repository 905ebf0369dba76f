package io.tokenpace.bench.run;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.result.Attempt;
import io.tokenpace.bench.result.ErrorGroup;
import io.tokenpace.bench.result.Outcome;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.RetryCount;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What failed in a run, for good or to be sent again, in an amount of memory that does not grow with it. */
final class FailureBook {
    private static final Comparator<ErrorGroup> MOST_FREQUENT_FIRST = Comparator.comparingLong(ErrorGroup::count)
            .thenComparingLong(ErrorGroup::retried)
            .reversed();

    private final Map<String, ErrorGroup> errors = new LinkedHashMap<>();
    private final RateLimits rateLimits = new RateLimits();
    private RetryCount retries = RetryCount.NONE;

    /** Books a request that has ended, well or not. */
    void add(RequestRecord request) {
        for (Attempt attempt : request.attempts()) {
            if (attempt.waitedNanos().isPresent()) {
                addRetried(attempt);
            }
        }
        if (request.timesSentAgain() > 0) {
            retries = new RetryCount(retries.requests() + 1, retries.attempts() + request.timesSentAgain());
        }
        if (request.outcome() == Outcome.FAILED) {
            addFailed(request);
        }
    }

    private void addRetried(Attempt attempt) {
        ErrorKind kind = attempt.error().orElseThrow();
        add(new ErrorGroup(
                kind.label(),
                attempt.status(),
                0,
                1,
                attempt.errorText(),
                attempt.headers().requestId()));
        rateLimits.addFailure(kind, attempt.headers());
    }

    private void addFailed(RequestRecord request) {
        ErrorKind kind = request.error().orElseThrow();
        add(new ErrorGroup(
                kind.label(),
                request.status(),
                1,
                0,
                request.errorText(),
                request.headers().requestId()));
        rateLimits.addFailure(kind, request.headers());
    }

    private void add(ErrorGroup one) {
        errors.merge(one.kind() + one.status(), one, ErrorGroup::plus);
    }

    /** Returns what failed, by kind and status. */
    List<ErrorGroup> errors() {
        return errors.values().stream().sorted(MOST_FREQUENT_FIRST).toList();
    }

    /** Returns how much was sent again. */
    RetryCount retries() {
        return retries;
    }

    /** Returns what a reader should know of the service's limits. */
    Optional<String> note() {
        return rateLimits.note();
    }
}
