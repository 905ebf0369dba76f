package io.tokenpace.bench.wire;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.StopReason;
import io.tokenpace.bench.outcome.Usage;
import java.util.Optional;

/** All that an answer tells, so that two answers can be compared. */
public record Told(
        int events,
        int contentEvents,
        int contentChars,
        int textEvents,
        int visibleEvents,
        int visibleChars,
        boolean thinkingBegun,
        boolean ended,
        StopReason stopReason,
        Usage usage,
        Optional<ErrorKind> error,
        String errorText) {
    public static Told by(Answer answer) {
        return new Told(
                answer.events(),
                answer.contentEvents(),
                answer.contentChars(),
                answer.textEvents(),
                answer.visibleEvents(),
                answer.visibleChars(),
                answer.thinkingBegun(),
                answer.ended(),
                answer.stopReason(),
                answer.usage(),
                answer.error(),
                answer.errorText());
    }
}
