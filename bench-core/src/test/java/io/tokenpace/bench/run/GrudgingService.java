package io.tokenpace.bench.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A service that does not answer a question until it has been asked often enough. One small word it answers at once,
 * unless it is grudging from the start.
 */
final class GrudgingService implements AutoCloseable {
    private static final String STREAM = """
            event: message_start
            data: {"type":"message_start","message":{"usage":{"input_tokens":100,"output_tokens":1}}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"reply"}}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":3}}

            event: message_stop
            data: {"type":"message_stop"}

            """;
    private static final String ERROR = """
            {"type": "error", "error": {"type": "some_error", "message": "Not now"}}""";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int refusals;
    private final Refusal refusal;
    private final boolean fromTheStart;
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    /** What it does instead of answering. */
    @FunctionalInterface
    interface Refusal {
        void refuse(HttpExchange exchange) throws IOException;

        static Refusal of(int status, String... headers) {
            return exchange -> {
                exchange.getResponseHeaders().add("request-id", "req_" + status);
                for (int i = 0; i < headers.length; i += 2) {
                    exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
                }
                send(exchange, status, ERROR);
            };
        }

        /** Begins the answer, and ends it before its closing event. */
        static Refusal halfAnAnswer() {
            return exchange -> send(exchange, 200, STREAM.substring(0, STREAM.indexOf("event: content")));
        }
    }

    GrudgingService(int refusals, Refusal refusal) throws IOException {
        this(refusals, refusal, false);
    }

    private GrudgingService(int refusals, Refusal refusal, boolean fromTheStart) throws IOException {
        this.fromTheStart = fromTheStart;
        this.refusals = refusals;
        this.refusal = refusal;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    static GrudgingService fromTheStart(int refusals, Refusal refusal) throws IOException {
        return new GrudgingService(refusals, refusal, true);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns how often each question was asked. */
    List<Integer> timesAsked() {
        return List.copyOf(asked.values());
    }

    /** Returns the bodies of all questions. */
    Set<String> questions() {
        return Set.copyOf(asked.keySet());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if ((fromTheStart || !body.contains("Hello.")) && asked.merge(body, 1, Integer::sum) <= refusals) {
                refusal.refuse(exchange);
            } else {
                send(exchange, 200, STREAM);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
