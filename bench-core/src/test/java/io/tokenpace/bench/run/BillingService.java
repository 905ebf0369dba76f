package io.tokenpace.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service that charges for every message it has read, a token a word and all that its answer may have, and then closes
 * on some of them without a word. It uses no connection twice, so that none can be taken for one that had rested too long.
 */
final class BillingService implements AutoCloseable {
    private static final String STREAM = """
            event: message_start
            data: {"type":"message_start","message":{"usage":{"input_tokens":%d,"output_tokens":1}}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"reply"}}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"max_tokens"},"usage":{"output_tokens":%d}}

            event: message_stop
            data: {"type":"message_stop"}

            """;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong billed = new AtomicLong();
    private final BooleanSupplier cuts;

    /** @param share of the messages, but for the small one before the load, that are charged for and not answered */
    BillingService(double share, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        this.cuts = () -> {
            synchronized (random) {
                return random.nextDouble() < share;
            }
        };
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns the tokens charged for so far. */
    long billed() {
        return billed.get();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().endsWith("count_tokens")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            JsonNode body =
                    JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
            String prompt = body.at("/messages/0/content").asString();
            int input = prompt.strip().split("\\s+").length;
            int output = body.get("max_tokens").asInt();
            billed.addAndGet(input + output);
            if (prompt.equals("Hello.") || !cuts.getAsBoolean()) {
                byte[] answer = STREAM.formatted(input, output).getBytes(UTF_8);
                exchange.getResponseHeaders().set("Connection", "close");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
