package io.tokenpace.bench.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which one event loop tries the addresses of an endpoint: every connection begins with the next one. An
 * address that failed comes last for a while, so that a dead one delays the first connection alone.
 */
final class Rotation {
    static final long SET_BACK_NANOS = 10_000_000_000L;

    private final List<Hop> hops;
    private final Map<Hop, Long> failedNanos = new HashMap<>();
    private int turn;

    /** @param firstTurn the address to begin with, so that the loops do not all begin with the same */
    Rotation(List<Hop> hops, int firstTurn) {
        this.hops = hops;
        this.turn = firstTurn;
    }

    /** Returns all addresses in the order in which the next connection is to try them. */
    List<Hop> next(long nowNanos) {
        failedNanos.values().removeIf(failed -> nowNanos - failed >= SET_BACK_NANOS);
        List<Hop> order = new ArrayList<>(hops);
        order.removeAll(failedNanos.keySet());
        Collections.rotate(order, -turn);
        turn++;
        List<Hop> last = new ArrayList<>(hops);
        last.retainAll(failedNanos.keySet());
        order.addAll(last);
        return order;
    }

    /** Notes that an address could not be reached, or was overtaken by one that was tried later. */
    void setBack(Hop hop, long nowNanos) {
        failedNanos.put(hop, nowNanos);
    }
}
