package io.tokenpace.mock.http;

import io.tokenpace.mock.fault.Effect;
import io.tokenpace.mock.fault.Fault;
import java.util.Arrays;
import java.util.function.Supplier;

/** Makes the play of an answer in one piece, healthy or with the fault of its stage. */
final class WholePlays {
    /** The end of any answer's JSON is less than this. */
    private static final int LOST_BYTES = 6;

    private final Errors errors;

    WholePlays(Errors errors) {
        this.errors = errors;
    }

    Play of(Stage stage, Supplier<byte[]> body) {
        int end = stage.timeline().events() - 1;
        WholePlay.Act healthy = (play, nowNanos) -> play.send(body.get());
        if (stage.fault().isEmpty()) {
            return new WholePlay(stage, end, healthy);
        }
        Fault fault = stage.fault().get();
        Effect effect = fault.effect();
        int event = stage.timeline().eventOf(fault.token().orElse(0));
        if (effect instanceof Effect.Reset) {
            return new WholePlay(stage, event, (play, nowNanos) -> play.breakOff(Hangup.RESET));
        }
        if (effect instanceof Effect.Close) {
            return new WholePlay(stage, event, (play, nowNanos) -> play.breakOff(Hangup.CLOSE));
        }
        if (effect instanceof Effect.ErrorEvent error) {
            return new WholePlay(
                    stage,
                    event,
                    (play, nowNanos) -> play.breakWith(errors.response(error, stage.incoming()), nowNanos));
        }
        if (effect instanceof Effect.Cut) {
            return new WholePlay(stage, end, (play, nowNanos) -> play.breakInside(body.get()));
        }
        if (effect instanceof Effect.Malformed) {
            return new WholePlay(stage, end, (play, nowNanos) -> play.send(malformed(body.get())));
        }
        if (effect instanceof Effect.SlowHead head) {
            return new SlowWholePlay(stage, end, head.nanos(), healthy);
        }
        return new WholePlay(stage, end, healthy);
    }

    private static byte[] malformed(byte[] body) {
        return Arrays.copyOf(body, body.length - LOST_BYTES);
    }
}
