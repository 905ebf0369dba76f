package io.tokenpace.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service with a tokenizer of its own: it counts prompts by a rule that the test decides and answers each with two
 * tokens, as Anthropic's documentation has it. Tests override what it is to do otherwise.
 */
class CountingService implements AutoCloseable {
    /** A token for every four characters begun of all texts together, and 7 for the message. */
    static final ToIntFunction<List<String>> BY_CHARACTERS =
            texts -> (texts.stream().mapToInt(String::length).sum() + 3) / 4 + 7;

    /** 1.3 tokens a word, the sum rounded up. */
    static final ToIntFunction<List<String>> BY_WORDS = texts -> (13
                            * texts.stream()
                                    .mapToInt(text -> text.strip().split(" ").length)
                                    .sum()
                    + 9)
            / 10;

    private static final String STREAM = """
            event: message_start
            data: {"type": "message_start", "message": {"id": "msg_1", "type": "message", "role": "assistant", "content": [], "model": "m", "stop_reason": null, "stop_sequence": nullUSAGE}}

            event: content_block_start
            data: {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}}

            event: content_block_delta
            data: {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "Hello"}}

            event: content_block_delta
            data: {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "!"}}

            event: content_block_stop
            data: {"type": "content_block_stop", "index": 0}

            event: message_delta
            data: {"type": "message_delta", "delta": {"stop_reason": "max_tokens", "stop_sequence": null}, "usage": {"output_tokens": 2}}

            event: message_stop
            data: {"type": "message_stop"}

            """;

    private static final String REFUSAL =
            "{\"type\": \"error\", \"error\": {\"type\": \"not_found_error\", \"message\": \"Not found\"}}";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> counted = new CopyOnWriteArrayList<>();
    private final ToIntFunction<List<String>> rule;

    CountingService(ToIntFunction<List<String>> rule) throws IOException {
        this.rule = rule;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/v1/messages", exchange -> serve(exchange, this::answer));
        server.createContext(
                "/v1/messages/count_tokens",
                exchange -> serve(exchange, body -> {
                    counted.add(body.toString());
                    return count(body);
                }));
        server.setExecutor(threads);
        server.start();
    }

    /** What is answered: 404 where it is nothing. */
    @FunctionalInterface
    private interface Answering {
        String answer(JsonNode body);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns the bodies that came to be counted. */
    List<String> counted() {
        return counted;
    }

    /** Answers a count; an empty answer stands for a refusal. */
    String count(JsonNode body) {
        return body.has("max_tokens") || body.has("stream") ? "" : "{\"input_tokens\":" + tokens(body) + "}";
    }

    /** Answers a message; an empty answer stands for a refusal. */
    String answer(JsonNode body) {
        int tokens = tokens(body);
        int cached = tokens / 2;
        return streamWith(", \"usage\": {\"input_tokens\": " + (tokens - cached) + ", \"cache_read_input_tokens\": "
                + cached + ", \"output_tokens\": 1}");
    }

    static String streamWith(String usage) {
        return STREAM.replace("USAGE", usage);
    }

    final int tokens(JsonNode body) {
        List<String> texts = new ArrayList<>();
        addTexts(body.path("system"), texts);
        body.get("messages").forEach(message -> addTexts(message.get("content"), texts));
        return rule.applyAsInt(texts);
    }

    private static void addTexts(JsonNode content, List<String> texts) {
        if (content.isString()) {
            texts.add(content.asString());
        }
        if (content.isArray()) {
            content.forEach(block -> texts.add(block.get("text").asString()));
        }
    }

    private static void serve(HttpExchange exchange, Answering service) throws IOException {
        try (exchange) {
            String answer =
                    service.answer(JSON.readTree(exchange.getRequestBody().readAllBytes()));
            byte[] bytes = (answer.isEmpty() ? REFUSAL : answer).getBytes(UTF_8);
            String type = answer.startsWith("event:") ? "text/event-stream" : "application/json";
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(answer.isEmpty() ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
