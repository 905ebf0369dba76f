package io.tokenpace.mock.http;

import io.tokenpace.mock.api.AnswerStream;
import io.tokenpace.mock.model.Timeline;

/** A streamed answer with one event in two pieces: the first so long before the event is due, the rest when it is. */
final class SplitPlay extends StreamPlay {
    private final int event;
    private final long apartNanos;
    private final Pieces pieces;
    private boolean begun;

    SplitPlay(Stage stage, AnswerStream stream, int event, long apartNanos, Pieces pieces) {
        super(stage, stream);
        this.event = event;
        this.apartNanos = apartNanos;
        this.pieces = pieces;
    }

    @Override
    void write(long nowNanos) {
        super.write(nowNanos);
        if (written() == event && firstNanos() <= nowNanos) {
            begin();
        }
    }

    @Override
    long emit(int from, int until) {
        if (from > event || until <= event) {
            return super.emit(from, until);
        }
        if (from < event) {
            super.emit(from, event);
        }
        begin();
        long nowNanos = System.nanoTime();
        pieces.rest(this);
        if (event + 1 < until) {
            super.emit(event + 1, until);
        }
        return nowNanos;
    }

    /** Hands the first piece over, unless that was done; even a loop that comes too late sends two pieces. */
    private void begin() {
        if (!begun) {
            begun = true;
            pieces.first(this);
            stage().ctx().flush();
        }
    }

    @Override
    long nextNanos() {
        long nextNanos = super.nextNanos();
        return begun || nextNanos == Timeline.NEVER ? nextNanos : Math.min(nextNanos, firstNanos());
    }

    private long firstNanos() {
        return stage().timeline().dueNanos(event) - apartNanos;
    }
}
