package io.tokenpace.bench.result;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How wrong the tool was at one load.
 *
 * @param streams answers under way at a time
 * @param held whether its figures may be believed at this load
 * @param reason why they may not; absent where they may
 * @param attempts how often it was measured: one that is not held is measured once more, since a neighbour's burst looks
 *     the same, and the last attempt counts
 * @param mockLate whether the mock itself wrote late, which is no fault of the client's
 * @param eventsPerS tokens that arrived in a second, each an event of its own
 * @param answers compared, event by event
 * @param events of those answers with content
 * @param arrivals in which they came
 * @param unmatched answers whose truth was not found, or tells of other events
 * @param ttftError the client's stamp of the first token against its flush
 * @param requestDelay from the client's first byte to the mock's having read the request, which is no error of a stamp
 * @param gapError a gap between arrivals against that between the flushes
 * @param tpotError the time per token of an answer against the true one
 * @param mockLateness when the mock wrote, against when it was to
 * @param cpu processor time for an event
 * @param memory what a stream takes; absent where the full load was not there before the measuring began
 */
public record CalibrationStep(
        int streams,
        boolean held,
        Optional<String> reason,
        int attempts,
        boolean mockLate,
        double eventsPerS,
        long answers,
        long events,
        long arrivals,
        long unmatched,
        ErrorTail ttftError,
        ErrorTail requestDelay,
        ErrorTail gapError,
        ErrorTail tpotError,
        ErrorTail mockLateness,
        Tail sendLag,
        Tail loopLag,
        Tail hiccup,
        Cpu cpu,
        Optional<Memory> memory) {
    public CalibrationStep {
        if (streams <= 0) {
            throw new IllegalArgumentException("streams (" + streams + ") must be positive");
        }
    }

    /**
     * Processor time for an event, in microseconds; empty where there was none.
     *
     * @param clientUs of this process
     * @param mockUs of the mock's
     */
    public record Cpu(OptionalDouble clientUs, OptionalDouble mockUs) {}

    /**
     * What the client's memory grew by from idle to the full load, in bytes, and for a stream. Where few streams are, it
     * is what everything else took.
     *
     * @param residentBytes of the process
     * @param heapBytes in use after a collection
     */
    public record Memory(long residentBytes, long heapBytes, long residentPerStream, long heapPerStream) {
        /** Divides by the streams. */
        public static Memory of(long residentBytes, long heapBytes, int streams) {
            return new Memory(residentBytes, heapBytes, residentBytes / streams, heapBytes / streams);
        }
    }

    /** Returns what a run at this load is told of its own error, if enough is known. */
    Optional<CalibrationQuote> quote(String measuredUtc) {
        if (!held || ttftError.p90Us().isEmpty() || gapError.p90Us().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CalibrationQuote(
                measuredUtc,
                streams,
                ttftError.p50Us().orElseThrow(),
                ttftError.p90Us().getAsDouble(),
                gapError.p50Us().orElseThrow(),
                gapError.p90Us().getAsDouble()));
    }
}
