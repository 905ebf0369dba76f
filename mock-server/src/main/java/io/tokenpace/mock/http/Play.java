package io.tokenpace.mock.http;

import io.netty.channel.ChannelPromise;
import io.tokenpace.mock.fault.Fault;
import io.tokenpace.mock.model.Terms;
import io.tokenpace.mock.model.Timeline;
import io.tokenpace.mock.truth.AnswerMeter;
import io.tokenpace.mock.truth.Draws;
import io.tokenpace.mock.truth.Ending;
import io.tokenpace.mock.truth.EventTimes;
import io.tokenpace.mock.truth.FaultTruth;
import io.tokenpace.mock.truth.RequestTruth;
import java.util.OptionalLong;

/**
 * One answer under way: writes each event once it is due, and keeps the record.
 *
 * <p>Belongs to the thread of its event loop.
 */
abstract class Play implements Comparable<Play> {
    private final Stage stage;
    private final EventTimes times;
    private final AnswerMeter meter;
    private long deadlineNanos;
    private OptionalLong brokenNanos = OptionalLong.empty();
    private boolean lastByteWritten;
    private boolean parked;
    private boolean ended;

    Play(Stage stage, int events) {
        this.stage = stage;
        this.times = new EventTimes(events);
        this.meter = stage.record()
                .metrics()
                .newAnswer(stage.account(), stage.incoming().receivedNanos());
    }

    /** Writes what is due by {@code nowNanos}, as far as the channel takes it. */
    abstract void write(long nowNanos);

    /** Returns when there is next something to write; {@link Timeline#NEVER} if all is written or nothing can be. */
    abstract long nextNanos();

    final Stage stage() {
        return stage;
    }

    final long deadlineNanos() {
        return deadlineNanos;
    }

    final void deadlineNanos(long nanos) {
        deadlineNanos = nanos;
    }

    /** Whether it waits for its channel, or for its last write, rather than for a time. */
    final boolean parked() {
        return parked;
    }

    final void park(boolean park) {
        parked = park;
    }

    final boolean ended() {
        return ended;
    }

    final void recordWrite(long scheduledNanos, long nowNanos) {
        Timeline timeline = stage.timeline();
        if (stage.account().streamed()) {
            meter.wroteEvent(timeline.tokensThrough(times.written()), nowNanos);
        } else {
            meter.wroteWhole(timeline.length().tokens(), timeline.firstTokenNanos(), nowNanos);
        }
        times.write(scheduledNanos, nowNanos);
        stage.lateness().record(nowNanos - scheduledNanos);
    }

    /** Returns the promise of the write that carries the last byte. */
    final ChannelPromise lastWrite() {
        ChannelPromise promise = stage.ctx().newPromise();
        promise.addListener(written -> {
            lastByteWritten = written.isSuccess();
            endIfComplete();
        });
        return promise;
    }

    final void flush() {
        stage.ctx().flush();
        if (!ended) {
            times.flush(System.nanoTime());
            endIfComplete();
        }
    }

    /** Notes that a fault ends the answer here, and that the service works on it no more. */
    final void broken(long nowNanos) {
        brokenNanos = OptionalLong.of(nowNanos);
        stage.timeline().cancel(nowNanos);
    }

    /** Ends without the rest, of the server's own accord, and takes the connection with it. */
    final void breakOff(Hangup hangup) {
        flush();
        if (!ended) {
            long nowNanos = System.nanoTime();
            broken(nowNanos);
            end(Ending.FAULT, nowNanos);
            hangup.on(stage.ctx());
        }
    }

    /** Ends without the rest: nobody is there to read it. */
    final void cut(long nowNanos) {
        if (!ended) {
            stage.timeline().cancel(nowNanos);
            end(Ending.CUT, nowNanos);
        }
    }

    /** The last write may complete inside a flush, whose time is recorded only after it; so both must have happened. */
    private void endIfComplete() {
        if (lastByteWritten && times.flushed() == times.written() && !ended) {
            end(brokenNanos.isPresent() ? Ending.FAULT : Ending.COMPLETE, System.nanoTime());
            stage.ended().run();
        }
    }

    private void end(Ending ending, long nowNanos) {
        ended = true;
        RequestTruth truth = truth(ending, nowNanos);
        meter.ended(truth, stage.timeline().length().natural(), nowNanos);
        stage.fault().ifPresent(fault -> stage.record().faults().count(fault.name()));
        stage.record().store().add(truth);
        stage.record().inFlight().exit(nowNanos);
    }

    private RequestTruth truth(Ending ending, long nowNanos) {
        Terms terms = stage.timeline().terms();
        return new RequestTruth(
                stage.incoming().requestId(),
                stage.incoming().key().name(),
                stage.account(),
                stage.incoming().receivedNanos(),
                stage.timeline().slotWaitNanos(nowNanos),
                new Draws(
                        terms.networkNanos(),
                        terms.queueNanos(),
                        terms.prefillNanos(),
                        terms.tokenNanos(),
                        stage.timeline().length().tokens()),
                stage.fault().map(this::truth),
                ending,
                times);
    }

    private FaultTruth truth(Fault fault) {
        int event = eventOf(fault);
        boolean reached = event < times.written() && brokenNanos.isEmpty();
        OptionalLong atNanos = reached ? OptionalLong.of(times.writtenNanos(event)) : brokenNanos;
        return new FaultTruth(fault.toString(), event, atNanos);
    }

    /** Returns the event of this play at which a fault lies. */
    abstract int eventOf(Fault fault);

    @Override
    public final int compareTo(Play other) {
        return Long.compare(deadlineNanos, other.deadlineNanos);
    }
}
