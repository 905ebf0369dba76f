package io.tokenpace.mock.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.tokenpace.mock.truth.Instruments;
import io.tokenpace.mock.truth.Load;
import io.tokenpace.mock.truth.MetricsPage;
import io.tokenpace.mock.truth.RequestsPage;
import io.tokenpace.mock.truth.StatsPage;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.LongToIntFunction;

/**
 * Answers those who watch the server rather than use its service: whether it is up, how it does, what it has sent.
 *
 * <p>They need no key, are no requests in flight, and are late for nobody. Safe for use by several threads.
 */
final class Watching {
    private static final String HEALTH = "/health";
    private static final String METRICS = "/metrics";
    private static final String STATS = "/mock/stats";
    private static final String REQUESTS = "/mock/requests";
    private static final String REQUEST = REQUESTS + "/";
    private static final String JSON = "application/json";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
    private static final String ALLOWED = "GET, HEAD";

    private final Instruments record;
    private final LongToIntFunction waiting;
    private final IntSupplier connections;
    private final LongSupplier refusedConnections;

    /**
     * Watches what these tell.
     *
     * @param waiting how many requests wait for a slot at a time
     * @param connections how many connections are open
     * @param refusedConnections how many were refused
     */
    Watching(Instruments record, LongToIntFunction waiting, IntSupplier connections, LongSupplier refusedConnections) {
        this.record = record;
        this.waiting = waiting;
        this.connections = connections;
        this.refusedConnections = refusedConnections;
    }

    /** Returns the answer to a request that is about the server; nothing if it is for the service. */
    Optional<FullHttpResponse> answer(HttpRequest request, boolean keepAlive) {
        if (request.decoderResult().isFailure()) {
            return Optional.empty();
        }
        String path = RequestTarget.of(request).rawPath();
        if (!watches(path)) {
            return Optional.empty();
        }
        FullHttpResponse response = response(request.method(), path);
        if (!keepAlive) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        return Optional.of(response);
    }

    private static boolean watches(String path) {
        return switch (path) {
            case HEALTH, METRICS, STATS, REQUESTS -> true;
            default -> path.startsWith(REQUEST);
        };
    }

    private FullHttpResponse response(HttpMethod method, String path) {
        boolean headOnly = method.equals(HttpMethod.HEAD);
        if (!headOnly && !method.equals(HttpMethod.GET)) {
            FullHttpResponse refused = error(
                    HttpResponseStatus.METHOD_NOT_ALLOWED, "method (" + method + ") must be one of " + ALLOWED, false);
            refused.headers().set(HttpHeaderNames.ALLOW, ALLOWED);
            return refused;
        }
        return switch (path) {
            case HEALTH -> text(HttpResponseStatus.OK, JSON, "", headOnly);
            case METRICS -> text(HttpResponseStatus.OK, PROMETHEUS, MetricsPage.text(record, load()), headOnly);
            case STATS -> text(HttpResponseStatus.OK, JSON, StatsPage.json(record, load()), headOnly);
            case REQUESTS -> text(HttpResponseStatus.OK, JSON, RequestsPage.list(record.store()), headOnly);
            default -> request(path.substring(REQUEST.length()), headOnly);
        };
    }

    private FullHttpResponse request(String escaped, boolean headOnly) {
        return unescaped(escaped)
                .flatMap(idOrKey -> RequestsPage.one(record.store(), idOrKey))
                .map(line -> text(HttpResponseStatus.OK, JSON, line, headOnly))
                .orElseGet(() -> error(
                        HttpResponseStatus.NOT_FOUND,
                        "request (" + escaped + ") must be the id or the key of one that has ended and is kept",
                        headOnly));
    }

    /** A key may have any characters; an escape that is none is part of no id and of no key. */
    private static Optional<String> unescaped(String escaped) {
        try {
            return Optional.of(QueryStringDecoder.decodeComponent(escaped.replace("+", "%2B")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Load load() {
        long nowNanos = System.nanoTime();
        return new Load(
                nowNanos,
                record.inFlight().count(),
                waiting.applyAsInt(nowNanos),
                connections.getAsInt(),
                refusedConnections.getAsLong());
    }

    private static FullHttpResponse error(HttpResponseStatus status, String message, boolean headOnly) {
        return text(status, JSON, RequestsPage.error(message), headOnly);
    }

    private static FullHttpResponse text(HttpResponseStatus status, String type, String text, boolean headOnly) {
        byte[] bytes = text.getBytes(UTF_8);
        ByteBuf body = headOnly ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(bytes);
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        if (bytes.length > 0) {
            response.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        }
        response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, bytes.length);
        return response;
    }
}
