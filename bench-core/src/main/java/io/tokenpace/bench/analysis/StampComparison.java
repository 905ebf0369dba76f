package io.tokenpace.bench.analysis;

import io.tokenpace.bench.result.ErrorTail;

/**
 * Holds a client's stamps against what the service really did, answer by answer.
 *
 * <p>An arrival may carry several events. It is stamped once, at its start, and what it stamps is that something came: so
 * its truth is the flush of the <em>first</em> event that was new in it. Those behind it in the same arrival have no
 * stamp of their own, and their flushes may even lie after it. A gap is from arrival to arrival, its truth from first
 * event to first event. Time per token is that of all tokens, and so is its truth: from the first flush to the last.
 *
 * <p>Small errors below zero are right. A flush comes back a little after the bytes have left, and on one host the reader
 * may have stamped them by then. And an arrival that began with something else, such as the head of the answer, takes in
 * what comes while that is being read: its stamp is from before. Stamps from before the write are counted.
 *
 * <p>Belongs to one thread.
 */
public final class StampComparison {
    private final SignedErrors firstToken = new SignedErrors();
    private final SignedErrors request = new SignedErrors();
    private final SignedErrors gap = new SignedErrors();
    private final SignedErrors tokenTime = new SignedErrors();
    private final SignedErrors lateness = new SignedErrors();
    private long answers;
    private long arrivals;
    private long events;
    private long mismatched;
    private long early;

    /** Compares one answer; one whose events are not those that were seen is only counted. */
    public void compare(SeenAnswer seen, TrueAnswer truth) {
        if (!seen.id().equals(truth.id())) {
            throw new IllegalArgumentException(
                    "answer (" + seen.id() + ") must be held against its own truth, not " + truth.id() + "'s");
        }
        if (seen.events() != truth.events() || seen.arrivals() == 0) {
            mismatched++;
            return;
        }
        answers++;
        arrivals += seen.arrivals();
        events += seen.events();
        compareArrivals(seen, truth);
        compareTokenTime(seen, truth);
        request.record(truth.receivedNanos() - seen.sentNanos());
        for (int event = 0; event < truth.events(); event++) {
            lateness.record(truth.writtenNanos()[event] - truth.scheduledNanos()[event]);
        }
    }

    private void compareArrivals(SeenAnswer seen, TrueAnswer truth) {
        long errorBefore = 0;
        for (int i = 0; i < seen.arrivals(); i++) {
            int event = seen.firstEvent(i);
            long error = seen.arrivalNanos()[i] - truth.flushedNanos()[event];
            if (i == 0) {
                firstToken.record(error);
            } else {
                gap.record(error - errorBefore);
            }
            errorBefore = error;
            if (seen.arrivalNanos()[i] - truth.writtenNanos()[event] < 0) {
                early++;
            }
        }
    }

    private void compareTokenTime(SeenAnswer seen, TrueAnswer truth) {
        if (seen.arrivals() < 2) {
            return;
        }
        int last = truth.events() - 1;
        long seenNanos = seen.arrivalNanos()[seen.arrivals() - 1] - seen.arrivalNanos()[0];
        long trueNanos = truth.flushedNanos()[last] - truth.flushedNanos()[0];
        double seenPerToken = (double) seenNanos / (seen.events() - seen.firstEvent(1));
        double truePerToken = (double) trueNanos / last;
        tokenTime.record(Math.round(seenPerToken - truePerToken));
    }

    /** Returns how wrong the first tokens' stamps are. */
    public ErrorTail firstToken() {
        return firstToken.tail();
    }

    /** Returns how long the requests were on their way: from the client's first byte to the service's having read all. */
    public ErrorTail request() {
        return request.tail();
    }

    /** Returns how wrong the gaps between arrivals are. */
    public ErrorTail gap() {
        return gap.tail();
    }

    /** Returns how wrong the time per token of whole answers is. */
    public ErrorTail tokenTime() {
        return tokenTime.tail();
    }

    /** Returns how much later than scheduled the service itself wrote. */
    public ErrorTail lateness() {
        return lateness.tail();
    }

    public long answers() {
        return answers;
    }

    public long arrivals() {
        return arrivals;
    }

    public long events() {
        return events;
    }

    /** Returns how many answers could not be compared, because the two sides tell of other events. */
    public long mismatched() {
        return mismatched;
    }

    /** Returns how many arrivals were stamped before their first event was written. */
    public long early() {
        return early;
    }

    /** Returns how many differences were beyond an hour, and are in no figure. */
    public long overflows() {
        return firstToken.overflows()
                + request.overflows()
                + gap.overflows()
                + tokenTime.overflows()
                + lateness.overflows();
    }
}
