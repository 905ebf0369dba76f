package io.tokenpace.mock.http;

import io.netty.channel.IoHandlerContext;
import io.netty.util.concurrent.Ticker;
import io.tokenpace.mock.model.Timeline;
import java.util.function.LongSupplier;

/**
 * What a handler of sockets is told about how long it may wait: until the loop has a task to run, or something on the
 * agenda is due.
 *
 * <p>Delays are asked for by {@link System#nanoTime}; but the absolute times of a loop count from when its ticker
 * started.
 */
final class BoundedWait implements IoHandlerContext {
    private static final long NO_DEADLINE = -1;

    private final Agenda agenda;
    private final LongSupplier clock;
    private final IoHandlerContext loop;

    /** Shortens the wait that {@code loop} itself allows. */
    BoundedWait(IoHandlerContext loop, Agenda agenda, LongSupplier clock) {
        this.loop = loop;
        this.agenda = agenda;
        this.clock = clock;
    }

    @Override
    public boolean canBlock() {
        return loop.canBlock() && agenda.nextNanos() > clock.getAsLong();
    }

    @Override
    public long delayNanos(long currentTimeNanos) {
        long delayNanos = loop.delayNanos(currentTimeNanos);
        long nextNanos = agenda.nextNanos();
        return nextNanos == Timeline.NEVER
                ? delayNanos
                : Math.min(delayNanos, Math.max(0, nextNanos - currentTimeNanos));
    }

    @Override
    public long deadlineNanos() {
        long deadlineNanos = loop.deadlineNanos();
        long nextNanos = agenda.nextNanos();
        if (nextNanos == Timeline.NEVER) {
            return deadlineNanos;
        }
        long sinceTickerNanos = Math.max(0, nextNanos - Ticker.systemTicker().initialNanoTime());
        return deadlineNanos == NO_DEADLINE ? sinceTickerNanos : Math.min(deadlineNanos, sinceTickerNanos);
    }

    @Override
    public void reportActiveIoTime(long activeNanos) {
        loop.reportActiveIoTime(activeNanos);
    }

    @Override
    public boolean shouldReportActiveIoTime() {
        return loop.shouldReportActiveIoTime();
    }
}
