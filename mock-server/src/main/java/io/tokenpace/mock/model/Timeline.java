package io.tokenpace.mock.model;

import java.util.function.IntToLongFunction;

/**
 * When each event of one answer is due, and how many have been passed.
 *
 * <p>Event 0 is the head, due once the network is crossed and before any prefill. Events 1 to N carry the tokens, one
 * each or some together: the first token is due after network, queue and prefill, each next one a gap later, and an
 * event when its last token is. Event N + 1 is the end, due together with the last token, shown or not. Each time is computed from the
 * start, never from when the event before was written. Pings are no events of the answer: they come in between.
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
    private final Plan plan;
    private final Start start;
    private final Stalls stalls;
    private final long silenceNanos;
    private final IntToLongFunction unheldNanos = this::unheldNanos;
    private Holdup holdup = Holdup.NONE;
    private int passed;

    Timeline(long arrivalNanos, Plan plan, Start start, Stalls stalls, long silenceNanos) {
        this.arrivalNanos = arrivalNanos;
        this.plan = plan;
        this.start = start;
        this.stalls = stalls;
        this.silenceNanos = silenceNanos;
    }

    /** Holds events back from now on, before the first is passed. */
    public void holdUp(Holdup newHoldup) {
        holdup = newHoldup;
    }

    /** What was drawn for this request. */
    public Terms terms() {
        return plan.terms();
    }

    /** How long the answer is. */
    public AnswerLength length() {
        return plan.length();
    }

    /** How many events there are: the head, those that carry tokens, the end. */
    public int events() {
        return plan.bundles().events() + 2;
    }

    /** Returns how many tokens have left with {@code event}: none with the head, all with the end. */
    public int tokensThrough(int event) {
        return event > plan.bundles().events()
                ? plan.length().tokens()
                : plan.bundles().tokensThrough(event);
    }

    /** Returns the event with which {@code token} leaves: the head for 0, the end for a token that no event shows. */
    public int eventOf(int token) {
        int event = 0;
        while (tokensThrough(event) < token && event < events() - 1) {
            event++;
        }
        return event;
    }

    /** Returns when {@code event} leaves the server, stalls and what holds it up included. */
    public long dueNanos(int event) {
        return holdup.leaveNanos(event, unheldNanos);
    }

    private long unheldNanos(int event) {
        return stalls.leaveNanos(event == 0 ? arrivalNanos + plan.terms().networkNanos() : tokenNanos(event));
    }

    /** Returns how long it had waited for a slot by {@code nowNanos}; the whole wait, once it has one. */
    public long slotWaitNanos(long nowNanos) {
        long readyNanos =
                arrivalNanos + plan.terms().networkNanos() + plan.terms().queueNanos();
        return Math.max(0, Math.min(start.nanos(), nowNanos) - readyNanos);
    }

    /** Returns when the prompt is read and the first token there, whether or not an event shows it. */
    public long firstTokenNanos() {
        return stalls.leaveNanos(start.nanos() + plan.nanosThrough(1));
    }

    /**
     * Returns when the {@code ping}-th ping, counted from 1, in the silence before {@code event} leaves; {@link #NEVER} if
     * the event comes first, or at the same time.
     */
    public long pingNanos(int event, int ping) {
        if (event == 0 || silenceNanos == NEVER) {
            return NEVER;
        }
        long nanos = stalls.leaveNanos(dueNanos(event - 1) + ping * silenceNanos);
        return nanos < dueNanos(event) ? nanos : NEVER;
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
        return start.nanos() + plan.nanosThrough(tokensThrough(event));
    }
}
