package io.tokenpace.mock.http;

import io.netty.buffer.ByteBuf;
import io.tokenpace.mock.api.AnswerStream;
import io.tokenpace.mock.fault.Effect;
import io.tokenpace.mock.fault.Fault;
import java.util.Optional;

/** Makes the play of an answer that is streamed, healthy or with the fault of its stage. */
final class StreamPlays {
    private final Errors errors;

    StreamPlays(Errors errors) {
        this.errors = errors;
    }

    Play of(Stage stage, AnswerStream stream) {
        if (stage.fault().isEmpty()) {
            return new StreamPlay(stage, stream);
        }
        Fault fault = stage.fault().get();
        Effect effect = fault.effect();
        int event = stage.timeline().eventOf(fault.token().orElse(0));
        if (effect instanceof Effect.Malformed) {
            return new StreamPlay(stage, new MalformedStream(stream, event));
        }
        if (effect instanceof Effect.SlowHead head) {
            return new SplitPlay(stage, stream, 0, head.nanos(), new HeadPieces());
        }
        if (effect instanceof Effect.Split split) {
            return new SplitPlay(stage, stream, event, split.nanos(), new EventPieces(event, split.within()));
        }
        return finale(effect, event)
                .map(finale -> new StreamPlay(stage, stream, event, finale))
                .orElseGet(() -> new StreamPlay(stage, stream));
    }

    /** Returns what takes the place of an event and of all that follow, if the effect is of that kind. */
    private Optional<StreamPlay.Finale> finale(Effect effect, int event) {
        if (effect instanceof Effect.Reset) {
            return Optional.of((play, nowNanos) -> play.breakOff(Hangup.RESET));
        }
        if (effect instanceof Effect.Close) {
            return Optional.of((play, nowNanos) -> play.breakOff(Hangup.CLOSE));
        }
        if (effect instanceof Effect.End) {
            return Optional.of(StreamPlay::breakBody);
        }
        if (effect instanceof Effect.ErrorEvent error) {
            return Optional.of((play, nowNanos) -> breakWithError(play, error.code(), nowNanos));
        }
        if (effect instanceof Effect.Cut cut) {
            return Optional.of((play, nowNanos) -> breakInside(play, new EventPieces(event, cut.within())));
        }
        return Optional.empty();
    }

    private void breakWithError(StreamPlay play, int status, long nowNanos) {
        ByteBuf out = play.stage().ctx().alloc().directBuffer();
        errors.writeEvent(status, play.stage().incoming(), out);
        play.breakBody(nowNanos, out);
    }

    private static void breakInside(StreamPlay play, Pieces pieces) {
        pieces.first(play);
        play.breakOff(Hangup.CLOSE);
    }
}
