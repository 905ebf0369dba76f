package io.tokenpace.bench.client;

import com.sun.management.ThreadMXBean;
import io.tokenpace.bench.clock.NanoClock;
import io.tokenpace.bench.measure.LoopRecorder;
import io.tokenpace.bench.measure.Window;
import io.tokenpace.bench.wire.anthropic.AnthropicFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * What one loop of the client takes in over real sockets, for each second of processor time that its thread spends. The
 * server is another process, so that it shares neither heap nor compiler.
 *
 * <pre>{@code
 * LoopbackFlood EVENTS CONNECTIONS SECONDS
 * }</pre>
 */
final class LoopbackFlood {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long WARMUP_MILLIS = 5_000;

    private final ClientLoop loop;
    private final LoopRecorder recorder = new LoopRecorder(new Window());
    private long answers;
    private long failures;

    private LoopbackFlood(ClientLoop loop) {
        this.loop = loop;
    }

    /** What one loop has done so far. */
    private record Reading(long wallNanos, long cpuNanos, long bytes, long answers, long events, long failures) {}

    /** Measures once, after a warm-up. */
    public static void main(String[] arguments) throws Exception {
        Process server = startServer(arguments[0]);
        try (Client client = clientOf(portOf(server))) {
            LoopbackFlood flood = new LoopbackFlood(client.loops().get(0));
            flood.begin(Integer.parseInt(arguments[1]));
            Thread.sleep(WARMUP_MILLIS);
            Reading before = flood.read();
            Thread.sleep(1_000 * Long.parseLong(arguments[2]));
            print(before, flood.read());
        } finally {
            server.destroy();
        }
    }

    private static Process startServer(String events) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        FloodingServer.class.getName(),
                        events)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int portOf(Process server) throws IOException {
        BufferedReader told =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
        return Integer.parseInt(told.readLine());
    }

    private static Client clientOf(int port) throws IOException {
        Target target = Target.of(Endpoint.parse("http://127.0.0.1:" + port));
        return Client.open(target, new AnthropicFormat(), Timeouts.DEFAULT, 1, NanoClock.SYSTEM);
    }

    private void begin(int connections) {
        loop.execute(() -> {
            for (int i = 0; i < connections; i++) {
                sendNext();
            }
        });
    }

    private void sendNext() {
        long now = loop.now();
        PreparedRequest request = new PreparedRequest(answers, false, 0, 25, 1_000, 0, PreparedAnswer.REQUEST);
        loop.send(new Exchange(request, now, now, this::ended));
    }

    private void ended(Exchange exchange) {
        answers++;
        if (exchange.succeeded()) {
            recorder.record(exchange);
            sendNext();
        } else {
            failures++;
        }
    }

    /** Reads the counters where they are written. */
    private Reading read() {
        return CompletableFuture.supplyAsync(
                        () -> new Reading(
                                System.nanoTime(),
                                THREADS.getCurrentThreadCpuTime(),
                                THREADS.getCurrentThreadAllocatedBytes(),
                                answers,
                                loop.contentEvents(),
                                failures),
                        loop)
                .join();
    }

    private static void print(Reading before, Reading after) {
        double cpuSeconds = (after.cpuNanos - before.cpuNanos) / 1e9;
        double wallSeconds = (after.wallNanos - before.wallNanos) / 1e9;
        long answers = after.answers - before.answers;
        long events = after.events - before.events;
        System.out.printf(
                Locale.ROOT,
                "a core: %,.0f events/s, %,.0f requests/s; %,.0f bytes a request, %.2f an event; busy %.0f %%, %d failed%n",
                events / cpuSeconds,
                answers / cpuSeconds,
                (double) (after.bytes - before.bytes) / answers,
                (double) (after.bytes - before.bytes) / events,
                100 * cpuSeconds / wallSeconds,
                after.failures);
    }
}
