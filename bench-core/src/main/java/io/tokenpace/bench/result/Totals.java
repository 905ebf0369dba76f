package io.tokenpace.bench.result;

/**
 * What became of the requests, warm-up left out.
 *
 * @param planned what the schedule asked for
 * @param sent what was handed to a socket or failed on the way there
 * @param dropped what was planned but never taken up
 * @param incomplete what was cut when the run ended
 */
public record Totals(long planned, long sent, long succeeded, long failed, long dropped, long incomplete) {
    /** Returns the sum of both. */
    public Totals plus(Totals other) {
        return new Totals(
                planned + other.planned,
                sent + other.sent,
                succeeded + other.succeeded,
                failed + other.failed,
                dropped + other.dropped,
                incomplete + other.incomplete);
    }

    /** Returns the same once nothing is under way any more: what was sent and has not ended never will. */
    public Totals cutOff() {
        return new Totals(planned, sent, succeeded, failed, planned - sent, sent - succeeded - failed);
    }

    /** Returns whether every planned request is accounted for. */
    public boolean balance() {
        return planned == succeeded + failed + dropped + incomplete;
    }

    /** Returns the share of those answered, well or not, that failed. */
    public double errorShare() {
        long ended = succeeded + failed;
        return ended == 0 ? 0 : (double) failed / ended;
    }
}
