package io.tokenpace.mock.http;

import io.tokenpace.mock.api.Admission;
import io.tokenpace.mock.fault.Effect;
import io.tokenpace.mock.fault.Fault;
import io.tokenpace.mock.model.Holdup;
import io.tokenpace.mock.model.Pause;
import io.tokenpace.mock.model.Script;
import io.tokenpace.mock.model.Timeline;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A fault and its place, put to work on one answer: on its schedule, and on the head of its answer. */
record Mishap(Fault fault) {
    /** Places a fault in an answer, which may be too short for it, or not streamed and so out of its reach. */
    static Optional<Mishap> of(Fault fault, Incoming incoming, Performance performance) {
        int tokens = performance.script().length().tokens();
        Fault placed = fault.placed(incoming.key().bits(), tokens);
        return placed.fits(tokens, performance.account().streamed())
                ? Optional.of(new Mishap(placed))
                : Optional.empty();
    }

    /** Returns the answer with the work on it interrupted. */
    Script interrupt(Script script) {
        return fault.effect() instanceof Effect.Stall stall
                ? script.interrupted(new Pause(token(), stall.nanos()))
                : script;
    }

    /** Keeps events of the answer back. */
    void holdUp(Timeline timeline, boolean streamed) {
        Effect effect = fault.effect();
        if (effect instanceof Effect.Silence) {
            timeline.holdUp(Holdup.forever());
        } else if (effect instanceof Effect.SlowHead head) {
            timeline.holdUp(Holdup.of(streamed ? 0 : timeline.events() - 1, head.nanos()));
        } else if (effect instanceof Effect.Split split) {
            timeline.holdUp(Holdup.of(event(timeline), split.nanos()));
        } else if (effect instanceof Effect.Burst burst) {
            int last = (int) Math.min(timeline.length().tokens(), token() + (long) burst.tokens() - 1);
            timeline.holdUp(Holdup.together(event(timeline), timeline.eventOf(last)));
        }
    }

    /** Changes what the head of the answer says. */
    Admission admit(Admission admission) {
        if (!(fault.effect() instanceof Effect.ContentType type)) {
            return admission;
        }
        Map<String, String> headers = new HashMap<>(admission.headers());
        headers.put("content-type", type.value());
        return new Admission(admission.cached(), headers);
    }

    private int event(Timeline timeline) {
        return timeline.eventOf(token());
    }

    private int token() {
        return fault.token().orElse(0);
    }
}
