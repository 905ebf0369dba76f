package io.tokenpace.mock.model;

/**
 * When each event of one answer is due, and how many have been passed.
 *
 * <p>Event 0 is the head, due once the network is crossed and before any prefill. Events 1 to N are the tokens: the
 * first is due after network, queue and prefill, each next one {@code tokenNanos} later. Event N + 1 is the end, due
 * together with the last token. Each time is computed from the start, never from the event before.
 *
 * <pre>{@code
 * Timeline timeline = service.admit(demand, now, () -> {});
 * while (timeline.nextNanos() != Timeline.NEVER) {
 *     int passed = timeline.advanceTo(clock.waitUntil(timeline.nextNanos()));
 * }
 * }</pre>
 *
 * <p>One thread drives a timeline. Where requests wait for slots, others may move its start under way.
 */
public final class Timeline {
    /** The next time of a timeline that has none left. */
    public static final long NEVER = Long.MAX_VALUE;

    /** The start of the prefill, which a wait for a slot may move. */
    interface Start {
        long nanos();

        /** Gives the place up; the request is not worked on any more. */
        void release(long nowNanos);
    }

    private final long arrivalNanos;
    private final Terms terms;
    private final int tokens;
    private final Start start;
    private final Stalls stalls;
    private int passed;

    Timeline(long arrivalNanos, Terms terms, int tokens, Start start, Stalls stalls) {
        this.arrivalNanos = arrivalNanos;
        this.terms = terms;
        this.tokens = tokens;
        this.start = start;
        this.stalls = stalls;
    }

    /** What was drawn for this request. */
    public Terms terms() {
        return terms;
    }

    /** How many events there are: the head, the tokens, the end. */
    public int events() {
        return tokens + 2;
    }

    /** Returns when {@code event} leaves the server, stalls included. */
    public long dueNanos(int event) {
        return stalls.leaveNanos(event == 0 ? arrivalNanos + terms.networkNanos() : tokenNanos(event));
    }

    /** Returns when the first event that is not passed is due, or {@link #NEVER}. */
    public long nextNanos() {
        return passed == events() ? NEVER : dueNanos(passed);
    }

    /** Passes every event that is due by {@code nowNanos}, and returns how many have been passed in all. */
    public int advanceTo(long nowNanos) {
        while (passed < events() && dueNanos(passed) <= nowNanos) {
            passed++;
        }
        return passed;
    }

    /** Ends the work on this request, so that the next one can have its slot. */
    public void cancel(long nowNanos) {
        start.release(nowNanos);
        passed = events();
    }

    private long tokenNanos(int event) {
        int tokensAfterFirst = Math.max(0, Math.min(event, tokens) - 1);
        return start.nanos() + terms.prefillNanos() + terms.tokensNanos(tokensAfterFirst);
    }
}
