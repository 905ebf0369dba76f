package io.tokenpace.bench.run;

import io.tokenpace.bench.folder.RunFolder;
import io.tokenpace.bench.measure.LoopRecorder;
import io.tokenpace.bench.measure.MetricSet;
import io.tokenpace.bench.measure.RequestMetrics;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.result.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.HdrHistogram.AbstractHistogram;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;

/**
 * The one thread that books what the loops have finished: it fills the histograms, writes the folder, and ends every
 * second with a line in the timeline.
 *
 * <p>Assumes that nothing is accepted once {@link #finish} was called. Guarantees that everything accepted before is in
 * the books and in the folder when that returns.
 */
final class Ledger {
    private static final int CAPACITY = 1 << 16;
    private static final int BATCH = 1_024;
    private static final long REST_NANOS = 5_000_000;
    private static final long FULL_NANOS = 50_000;
    private static final long SECOND_NANOS = 1_000_000_000L;
    /** A crash costs no more than what was booked since. */
    private static final long FLUSH_NANOS = 250_000_000L;

    private static final long MILLIS_PER_SECOND = 1_000;

    private final MpscAtomicArrayQueue<RequestRecord> inbox = new MpscAtomicArrayQueue<>(CAPACITY);
    private final RunFolder folder;
    private final Books books;
    private final List<LoopRecorder> recorders;
    private final EarlyStop earlyStop;
    private final long runStartNanos;
    private final MetricSet measured = MetricSet.fast();
    private final MetricSet warmup = MetricSet.fast();
    private long second;
    private long flushedNanos;
    private boolean insideWindow;
    private volatile boolean closing;

    Ledger(RunFolder folder, Books books, List<LoopRecorder> recorders, EarlyStop earlyStop, long runStartNanos) {
        this.folder = folder;
        this.books = books;
        this.recorders = List.copyOf(recorders);
        this.earlyStop = earlyStop;
        this.runStartNanos = runStartNanos;
    }

    /** Takes a request that has ended, from any loop. A full inbox makes the loop wait, which its lag will show. */
    void accept(RequestRecord request) {
        while (!inbox.offer(request)) {
            LockSupport.parkNanos(FULL_NANOS);
        }
    }

    /**
     * Starts the thread.
     *
     * @param tally tells how far the run has come
     * @param onSecond takes each second's line
     * @param failure is told if the folder can no longer be written
     */
    Thread start(
            Timeline timeline,
            WindowWatch watch,
            Supplier<Tally> tally,
            BiConsumer<Second, Tally> onSecond,
            FirstFailure failure) {
        Thread thread = new Thread(
                () -> {
                    try {
                        keep(timeline, watch, tally, onSecond);
                    } catch (IOException e) {
                        failure.report(new UncheckedIOException(e));
                        discardTheRest();
                    } catch (RuntimeException | Error e) {
                        failure.report(e);
                        discardTheRest();
                    }
                },
                "ledger");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Makes the thread end once it has booked everything. */
    void finish(Thread thread) throws InterruptedException {
        closing = true;
        LockSupport.unpark(thread);
        thread.join();
    }

    private void keep(Timeline timeline, WindowWatch watch, Supplier<Tally> tally, BiConsumer<Second, Tally> onSecond)
            throws IOException {
        boolean last = false;
        while (!last) {
            last = closing;
            int booked = book(timeline);
            long now = System.nanoTime();
            watch.look(now);
            if (last || now - runStartNanos >= (second + 1) * SECOND_NANOS) {
                Tally reached = tally.get();
                Second line = endSecond(timeline, reached);
                earlyStop.add(line, insideWindow && watch.isInside());
                insideWindow = watch.isInside();
                onSecond.accept(line, reached);
            } else if (now - flushedNanos >= FLUSH_NANOS) {
                flush(now);
            } else if (booked == 0) {
                LockSupport.parkNanos(REST_NANOS);
            }
        }
    }

    private int book(Timeline timeline) throws IOException {
        int booked = 0;
        for (RequestRecord request = inbox.poll(); request != null; request = inbox.poll()) {
            books.add(request);
            timeline.add(request);
            earlyStop.add(request);
            folder.append(request);
            if (request.succeeded()) {
                RequestMetrics.derive(request, request.warmup() ? warmup : measured);
            }
            if (++booked == BATCH && !closing) {
                break;
            }
        }
        return booked;
    }

    private void flush(long nowNanos) throws IOException {
        folder.flush();
        flushedNanos = nowNanos;
    }

    private Second endSecond(Timeline timeline, Tally tally) throws IOException {
        recorders.forEach(recorder -> recorder.drainTo(measured, warmup));
        Second line = timeline.end(second, runStartNanos + (second + 1) * SECOND_NANOS, measured, warmup);
        measured.forEach((metric, values) -> append(metric.label(), values));
        warmup.forEach((metric, values) -> append("warmup." + metric.label(), values));
        flush(System.nanoTime());
        // Last of all: what the line counts must be there, should the process die in between.
        folder.append(line, tally);
        books.add(measured);
        measured.reset();
        warmup.reset();
        second++;
        return line;
    }

    private void append(String tag, AbstractHistogram values) {
        folder.append(tag, values, second * MILLIS_PER_SECOND, (second + 1) * MILLIS_PER_SECOND);
    }

    private void discardTheRest() {
        while (!closing) {
            inbox.clear();
            LockSupport.parkNanos(REST_NANOS);
        }
    }
}
