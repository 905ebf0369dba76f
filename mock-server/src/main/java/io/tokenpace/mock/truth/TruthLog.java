package io.tokenpace.mock.truth;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;

/**
 * Streams the truth about every request to a file of JSON Lines.
 *
 * <p>A thread of its own writes, so the file's speed cannot delay an answer. Its queue is bounded: what finds it full
 * is left out and counted, and the last line of the file says how many were.
 */
public final class TruthLog implements AutoCloseable {
    private static final int QUEUE_REQUESTS = 16_384;
    private static final long IDLE_POLL_MILLIS = 50;

    private final BlockingQueue<RequestTruth> queue;
    private final AtomicLong dropped = new AtomicLong();
    private final Writer out;
    private final TruthLines lines;
    private final Thread thread = new Thread(this::drain, "truth-log");
    private volatile boolean closing;

    /** Creates or replaces the file and begins it with a header line. */
    public TruthLog(Path file) throws IOException {
        this(Files.newBufferedWriter(file), QUEUE_REQUESTS);
    }

    TruthLog(Writer out, int queueRequests) throws IOException {
        this.out = out;
        queue = new ArrayBlockingQueue<>(queueRequests);
        lines = new TruthLines(out);
        lines.header(Instant.now(), System.nanoTime());
        out.flush();
        thread.setDaemon(true);
        thread.start();
    }

    /** Queues a request to be written, or counts it as dropped. */
    public void append(RequestTruth truth) {
        if (!queue.offer(truth)) {
            dropped.incrementAndGet();
        }
    }

    /** How many requests are not in the file, because the queue was full or the file could not be written. */
    public long dropped() {
        return dropped.get();
    }

    /** Writes what is queued and the footer line, and closes the file. */
    @Override
    public void close() throws IOException {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (out) {
            lines.footer(dropped.get());
        } catch (JacksonException e) {
            throw new IOException("the truth log could not be finished: " + e.getOriginalMessage(), e);
        }
    }

    private void drain() {
        try {
            while (!closing || !queue.isEmpty()) {
                RequestTruth truth = queue.poll(IDLE_POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (truth != null) {
                    write(truth);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes a line, flushed when nothing else waits, so that whoever reads along is not far behind. */
    private void write(RequestTruth truth) {
        try {
            lines.request(truth);
            if (queue.isEmpty()) {
                out.flush();
            }
        } catch (JacksonException | IOException e) {
            dropped.incrementAndGet();
        }
    }
}
