package io.tokenpace.bench.workload.trace;

import io.tokenpace.bench.workload.source.Breakages;
import io.tokenpace.bench.workload.source.DataException;
import io.tokenpace.bench.workload.source.Reading;
import io.tokenpace.bench.workload.source.TextFile;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The requests of a trace in the order and at the pace of a replay. Memory does not grow with the file: no more than a
 * buffer and one request are held. Used by one thread.
 */
public final class Trace implements AutoCloseable {
    private static final long MOST_NANOS = Duration.ofDays(36_500).toNanos();

    private final TextFile file;
    private final TraceFormat format;
    private final Replay replay;
    private final Breakages breakages;
    private final Reading<Arrival> reading;
    private OptionalLong beginNanos = OptionalLong.empty();
    private OptionalLong firstNanos = OptionalLong.empty();
    private boolean ended;
    private long failedAtSource;

    Trace(TextFile file, TraceFormat format, Replay replay, Breakages breakages, Reading<Arrival> reading) {
        this.file = file;
        this.format = format;
        this.replay = replay;
        this.breakages = breakages;
        this.reading = reading;
    }

    /**
     * Returns the next request, or nothing once the trace or the part of it has ended.
     *
     * @throws DataException if the file cannot be read further, or the part holds no request at all
     */
    public Optional<TracedRequest> next() {
        while (!ended) {
            Optional<Arrival> arrival = reading.next();
            if (arrival.isEmpty() || isBehind(arrival.get())) {
                end();
            } else if (isDue(arrival.get())) {
                return Optional.of(replayed(arrival.get()));
            }
        }
        return Optional.empty();
    }

    private boolean isDue(Arrival arrival) {
        if (sinceBegin(arrival) < replay.from().toNanos()) {
            return false;
        }
        if (arrival.failed()) {
            failedAtSource++;
        }
        return !arrival.failed();
    }

    private boolean isBehind(Arrival arrival) {
        return replay.to().isPresent()
                && sinceBegin(arrival) >= replay.to().get().toNanos();
    }

    private long sinceBegin(Arrival arrival) {
        if (beginNanos.isEmpty()) {
            beginNanos = OptionalLong.of(arrival.atNanos());
        }
        return arrival.atNanos() - beginNanos.getAsLong();
    }

    private void end() {
        ended = true;
        if (firstNanos.isEmpty()) {
            throw file.refusal("must hold a request that was answered" + part());
        }
    }

    private String part() {
        return replay.from().isZero() && replay.to().isEmpty()
                ? ""
                : " from " + replay.from() + replay.to().map(to -> " to " + to).orElse("");
    }

    /** Each offset is computed from the first request's time, so that no rounding error accumulates. */
    private TracedRequest replayed(Arrival arrival) {
        if (firstNanos.isEmpty()) {
            firstNanos = OptionalLong.of(arrival.atNanos());
        }
        long recorded = arrival.atNanos() - firstNanos.getAsLong();
        double due = recorded / replay.speed();
        if (due > MOST_NANOS) {
            throw file.refusal(arrival.line(), "timestamp must lie within 100 years of the first one's, at this speed");
        }
        return new TracedRequest(
                replay.speed() == 1 ? recorded : Math.round(due),
                arrival.promptTokens(),
                arrival.answerTokens(),
                arrival.prefixBlocks());
    }

    /** Returns how the file writes its requests. */
    public TraceFormat format() {
        return format;
    }

    /** Returns how many requests were passed over so far because they have no tokens: they failed where they were traced. */
    public long failedAtSource() {
        return failedAtSource;
    }

    /** Returns the broken lines that were passed over so far. */
    public Breakages broken() {
        return breakages;
    }

    @Override
    public void close() {
        reading.close();
    }
}
