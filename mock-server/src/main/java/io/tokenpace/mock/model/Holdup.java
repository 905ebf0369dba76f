package io.tokenpace.mock.model;

import java.util.function.IntToLongFunction;

/** What keeps events of one answer back on their way out, when the service has long gone on. */
@FunctionalInterface
public interface Holdup {
    /** Nothing does. */
    Holdup NONE = (event, due) -> due.applyAsLong(event);

    /** Returns when {@code event} leaves; {@code due} tells when each event would without the holdup. */
    long leaveNanos(int event, IntToLongFunction due);

    /** The answer never leaves. */
    static Holdup forever() {
        return (event, due) -> Timeline.NEVER;
    }

    /** An event leaves so much later than it is due, and none that follow overtake it. */
    static Holdup of(int late, long nanos) {
        return (event, due) ->
                event < late ? due.applyAsLong(event) : Math.max(due.applyAsLong(event), due.applyAsLong(late) + nanos);
    }

    /** The events from {@code first} on leave together with {@code last}. */
    static Holdup together(int first, int last) {
        return (event, due) -> due.applyAsLong(event >= first && event < last ? last : event);
    }
}
