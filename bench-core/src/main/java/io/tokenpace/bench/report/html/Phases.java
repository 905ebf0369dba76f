package io.tokenpace.bench.report.html;

import io.tokenpace.bench.result.Attempt;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.Stamps;
import java.util.ArrayList;
import java.util.List;

/** Divides the time of a request into its phases, one after the other; those that took no time are left out. */
final class Phases {
    private static final String SEND_LAG = "send_lag";
    private static final String QUEUE = "queue";
    private static final String CONNECT = "connect";
    private static final String TLS = "tls";
    private static final String SEND = "send";
    private static final String WAIT = "wait";
    private static final String THINKING = "thinking";
    private static final String DECODE = "decode";

    private final List<Phase> phases = new ArrayList<>();
    private final long originNanos;
    private long reachedNanos;

    private Phases(long originNanos) {
        this.originNanos = originNanos;
        reachedNanos = originNanos;
    }

    static List<Phase> of(RequestRecord request) {
        Phases phases = new Phases(request.stamps().intended());
        phases.addWayOut(request);
        phases.addAnswer(request.stamps());
        if (!request.succeeded()) {
            phases.until(unfinished(request.stamps()), request.stamps().end());
        }
        return phases.phases;
    }

    private void addWayOut(RequestRecord request) {
        Stamps at = request.stamps();
        until(SEND_LAG, at.started());
        if (request.timesSentAgain() > 0) {
            skipEarlierAttempts(request.attempts());
        }
        until(QUEUE, firstKnown(at.connecting(), at.sent()));
        until(CONNECT, at.connected());
        until(TLS, at.tlsDone());
        skipTo(at.sent());
        until(SEND, at.written());
    }

    /** The stamps are those of the last attempt; of the others only the wait for the first is a phase. */
    private void skipEarlierAttempts(List<Attempt> attempts) {
        Attempt first = attempts.get(0);
        until(QUEUE, firstKnown(first.connecting(), first.sent()));
        skipTo(attempts.get(attempts.size() - 1).started());
    }

    private void addAnswer(Stamps at) {
        // An answer that came whole has a last token only.
        until(WAIT, firstKnown(at.thinking(), firstKnown(at.firstToken(), at.lastToken())));
        if (at.thinking() != Stamps.UNKNOWN) {
            until(THINKING, at.firstVisible());
        }
        if (at.firstToken() != Stamps.UNKNOWN) {
            until(
                    at.thinking() != Stamps.UNKNOWN && at.firstVisible() == Stamps.UNKNOWN ? THINKING : DECODE,
                    at.lastToken());
        }
    }

    /** Returns the phase in which a request ended that did not come to its own end. */
    private static String unfinished(Stamps at) {
        if (at.started() == Stamps.UNKNOWN) {
            return SEND_LAG;
        }
        if (at.sent() == Stamps.UNKNOWN) {
            return unsent(at);
        }
        if (at.written() == Stamps.UNKNOWN) {
            return SEND;
        }
        if (at.thinking() != Stamps.UNKNOWN && at.firstVisible() == Stamps.UNKNOWN) {
            return THINKING;
        }
        return at.firstToken() == Stamps.UNKNOWN ? WAIT : DECODE;
    }

    private static String unsent(Stamps at) {
        if (at.connecting() == Stamps.UNKNOWN) {
            return QUEUE;
        }
        return at.connected() == Stamps.UNKNOWN ? CONNECT : TLS;
    }

    private static long firstKnown(long stamp, long other) {
        return stamp == Stamps.UNKNOWN ? other : stamp;
    }

    private void until(String name, long nanos) {
        if (nanos != Stamps.UNKNOWN && nanos > reachedNanos) {
            phases.add(
                    new Phase(name, Reading.millis(reachedNanos - originNanos), Reading.millis(nanos - originNanos)));
            reachedNanos = nanos;
        }
    }

    private void skipTo(long nanos) {
        if (nanos != Stamps.UNKNOWN) {
            reachedNanos = Math.max(reachedNanos, nanos);
        }
    }
}
