package io.tokenpace.mock.truth;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;

/**
 * Streams the truth about every request to a file of JSON Lines.
 *
 * <p>A thread of its own writes, so the file's speed cannot delay an answer. Its queue is bounded, in requests and in
 * their events together: what finds it full is left out and counted, and the last line of the file says how many were.
 *
 * <p>A file that cannot be written once, because its disk is full for instance, is left as it is: it may end in half a
 * line, behind which nothing can be read. Everything that is not surely in it counts as dropped.
 */
public final class TruthLog implements AutoCloseable {
    private static final int QUEUE_REQUESTS = 16_384;
    /** At 16 bytes each, some 16 MB. */
    private static final long QUEUE_EVENTS = 1_000_000;

    private static final long IDLE_POLL_MILLIS = 50;

    private final BlockingQueue<RequestTruth> queue;
    private final long mostEvents;
    private final AtomicLong queuedEvents = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final Writer out;
    private final TruthLines lines;
    private final Thread thread = new Thread(this::drain, "truth-log");
    private volatile boolean closing;
    private volatile Optional<String> failure = Optional.empty();
    /** Requests written since the last flush; belongs to the writing thread. */
    private long unflushed;

    /** Creates or replaces the file and begins it with a header line. */
    public TruthLog(Path file) throws IOException {
        this(Files.newBufferedWriter(file), QUEUE_REQUESTS, QUEUE_EVENTS);
    }

    TruthLog(Writer out, int queueRequests, long queueEvents) throws IOException {
        this.out = out;
        mostEvents = queueEvents;
        queue = new ArrayBlockingQueue<>(queueRequests);
        lines = new TruthLines(out);
        lines.header(Instant.now(), System.nanoTime());
        out.flush();
        thread.setDaemon(true);
        thread.start();
    }

    /** Queues a request to be written, or counts it as dropped. */
    public void append(RequestTruth truth) {
        int room = truth.events().room();
        boolean fits = queuedEvents.addAndGet(room) <= mostEvents;
        if (failure.isPresent() || !fits || !queue.offer(truth)) {
            queuedEvents.addAndGet(-room);
            dropped.incrementAndGet();
        }
    }

    /** How many requests are not in the file, because the queue was full or the file could not be written. */
    public long dropped() {
        return dropped.get();
    }

    /** Why the file could not be written any further, if it could not. */
    public Optional<String> failure() {
        return failure;
    }

    /**
     * Writes what is queued and the footer line, and closes the file.
     *
     * @throws IOException if the file could not be written, now or before
     */
    @Override
    public void close() throws IOException {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure.isPresent()) {
            abandon();
        } else {
            finish();
        }
    }

    private void finish() throws IOException {
        try (out) {
            lines.footer(dropped.get());
        } catch (JacksonException e) {
            throw new IOException(unfinished(e.getOriginalMessage()), e);
        }
    }

    private void abandon() throws IOException {
        IOException unfinished = new IOException(unfinished(failure.orElseThrow()));
        try {
            out.close();
        } catch (IOException e) {
            unfinished.addSuppressed(e);
        }
        throw unfinished;
    }

    private static String unfinished(String reason) {
        return "the truth log could not be finished: " + reason;
    }

    private void drain() {
        try {
            while (!closing || !queue.isEmpty()) {
                RequestTruth truth = queue.poll(IDLE_POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (truth != null) {
                    queuedEvents.addAndGet(-truth.events().room());
                    write(truth);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes a line, flushed when nothing else waits, so that whoever reads along is not far behind. */
    private void write(RequestTruth truth) {
        unflushed++;
        if (failure.isEmpty()) {
            tryToWrite(truth);
        }
        if (failure.isPresent()) {
            dropped.addAndGet(unflushed);
            unflushed = 0;
        }
    }

    private void tryToWrite(RequestTruth truth) {
        try {
            lines.request(truth);
            if (queue.isEmpty()) {
                out.flush();
                unflushed = 0;
            }
        } catch (JacksonException e) {
            failure = Optional.of(e.getOriginalMessage());
        } catch (IOException e) {
            failure = Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
