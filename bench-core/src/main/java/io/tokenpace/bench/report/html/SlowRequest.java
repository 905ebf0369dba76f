package io.tokenpace.bench.report.html;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.Stamps;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One of the slowest requests, phase by phase.
 *
 * @param atS when it was to be sent
 * @param error the kind of failure
 * @param errorText its words, cut where they are long
 * @param status empty where no head came
 * @param attempts how often it was sent; between the first and the last no phase is told
 * @param e2eMs until its last token, or until it failed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SlowRequest(
        long index,
        double atS,
        String outcome,
        Optional<String> error,
        Optional<String> errorText,
        OptionalInt status,
        Optional<String> requestId,
        OptionalInt promptTokens,
        int outputTokens,
        int attempts,
        OptionalDouble ttftMs,
        OptionalDouble e2eMs,
        List<Phase> phases) {
    static SlowRequest of(RequestRecord request) {
        Stamps at = request.stamps();
        return new SlowRequest(
                request.index(),
                Reading.seconds(at.intended()),
                request.outcome().label(),
                request.error().map(ErrorKind::label),
                request.error().map(kind -> ResultExcerpt.cut(request.errorText())),
                request.status() > 0 ? OptionalInt.of(request.status()) : OptionalInt.empty(),
                request.headers().requestId(),
                Points.promptTokens(request),
                Points.outputTokens(request),
                request.timesSentAgain() + 1,
                Reading.millis(Stamps.between(at.intended(), at.firstToken())),
                Reading.millis(Slowest.tookNanos(request)),
                Phases.of(request));
    }
}
