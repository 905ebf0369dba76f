package io.tokenpace.mock.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import io.tokenpace.mock.api.OpenAiRefusal;
import io.tokenpace.mock.api.Organization;
import io.tokenpace.mock.api.Refusal;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Builds the heads of answers, and whole answers. */
final class Responses {
    private static final AsciiString REQUEST_ID = AsciiString.cached("request-id");
    private static final AsciiString ORGANIZATION_ID = AsciiString.cached("anthropic-organization-id");
    private static final AsciiString ORGANIZATION = AsciiString.cached(Organization.ID);
    private static final AsciiString WORKSPACE_ID = AsciiString.cached("anthropic-workspace-id");
    private static final AsciiString WORKSPACE = AsciiString.cached(Organization.WORKSPACE);
    private static final AsciiString OPENAI_REQUEST_ID = AsciiString.cached("x-request-id");
    private static final AsciiString OPENAI_PROCESSING = AsciiString.cached("openai-processing-ms");
    private static final AsciiString EVENT_STREAM = AsciiString.cached("text/event-stream; charset=utf-8");

    private Responses() {}

    /** Tells a client that waits for it to send its body. */
    static FullHttpResponse goOn() {
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER);
    }

    static HttpResponse streamHead(Incoming incoming, Map<String, String> more) {
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, EVENT_STREAM)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_CACHE)
                .set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        more.forEach(head.headers()::set);
        return finish(head, incoming, incoming.keepAlive());
    }

    static FullHttpResponse whole(byte[] body, Incoming incoming, boolean keepAlive, Map<String, String> more) {
        return json(HttpResponseStatus.OK, body, incoming, keepAlive, more);
    }

    static FullHttpResponse refusal(Refusal refusal, Incoming incoming, boolean keepAlive) {
        HttpResponseStatus status = HttpResponseStatus.valueOf(refusal.status());
        return json(status, refusal.body(incoming.requestId()), incoming, keepAlive, refusal.headers());
    }

    static FullHttpResponse refusal(OpenAiRefusal refusal, Incoming incoming, boolean keepAlive) {
        HttpResponseStatus status = HttpResponseStatus.valueOf(refusal.status());
        return json(status, refusal.body(), incoming, keepAlive, refusal.headers());
    }

    /** Takes the body, but not its length, from the answer to a request for the head alone. */
    static FullHttpResponse withoutBody(FullHttpResponse response) {
        response.content().clear();
        return response;
    }

    private static FullHttpResponse json(
            HttpResponseStatus status, byte[] body, Incoming incoming, boolean keepAlive, Map<String, String> more) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
        HttpHeaders headers = response.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
        headers.setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        more.forEach(headers::set);
        return finish(response, incoming, keepAlive);
    }

    private static <R extends HttpResponse> R finish(R response, Incoming incoming, boolean keepAlive) {
        if (incoming.dialect() == Dialect.OPENAI) {
            long nanos = System.nanoTime() - incoming.receivedNanos();
            response.headers()
                    .set(OPENAI_REQUEST_ID, incoming.requestId())
                    .set(OPENAI_PROCESSING, TimeUnit.NANOSECONDS.toMillis(nanos));
        } else {
            response.headers()
                    .set(REQUEST_ID, incoming.requestId())
                    .set(ORGANIZATION_ID, ORGANIZATION)
                    .set(WORKSPACE_ID, WORKSPACE);
        }
        if (!keepAlive) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        return response;
    }
}
