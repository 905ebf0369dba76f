package io.tokenpace.bench.client;

import io.tokenpace.bench.wire.PromptCount;
import io.tokenpace.bench.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes whole HTTP/1.1 requests ahead of time, off the event loops. All but the length of the body is the same in every
 * request, and so is written once.
 */
public final class RequestEncoder {
    private final byte[] head;

    /** Writes requests for streams of answers. */
    public RequestEncoder(Endpoint endpoint, WireFormat format) {
        this(endpoint, format.path(), "text/event-stream", format.headers());
    }

    private RequestEncoder(Endpoint endpoint, String path, String accepted, Map<String, String> headers) {
        StringBuilder text = new StringBuilder()
                .append("POST ")
                .append(endpoint.basePath())
                .append(path)
                .append(" HTTP/1.1\r\nhost: ")
                .append(endpoint.authority())
                .append("\r\ncontent-type: application/json\r\naccept: ")
                .append(accepted)
                .append("\r\naccept-encoding: identity\r\nuser-agent: tokenpace\r\n");
        for (Map.Entry<String, String> header : headers.entrySet()) {
            text.append(visible(header.getKey()))
                    .append(": ")
                    .append(visible(header.getValue()))
                    .append("\r\n");
        }
        head = text.append("content-length: ").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns one that writes requests for the sizes of prompts. */
    public static RequestEncoder forCounts(Endpoint endpoint, WireFormat format, PromptCount count) {
        return new RequestEncoder(endpoint, count.path(), "application/json", format.headers());
    }

    /** Returns the request with this body. */
    public byte[] encode(byte[] body) {
        byte[] length = (body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + length.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(length, 0, request, head.length, length.length);
        System.arraycopy(body, 0, request, head.length + length.length, body.length);
        return request;
    }

    private static String visible(String text) {
        if (text.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("a header may hold visible ASCII only");
        }
        return text;
    }
}
