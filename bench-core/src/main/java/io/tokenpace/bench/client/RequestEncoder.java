package io.tokenpace.bench.client;

import io.tokenpace.bench.wire.PromptCount;
import io.tokenpace.bench.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes whole HTTP/1.1 requests ahead of time, off the event loops. All but the length of the body is the same in every
 * request to an endpoint, and so is written once.
 */
public final class RequestEncoder {
    private final Target target;
    private final List<byte[]> heads;

    /** Writes requests for streams of answers. */
    public RequestEncoder(Target target, WireFormat format) {
        this(target, "POST", format.path(), "text/event-stream", format);
    }

    private RequestEncoder(Target target, String method, String path, String accepted, WireFormat format) {
        this.target = target;
        this.heads = target.endpoints().stream()
                .map(endpoint -> head(endpoint, method, path, accepted, format))
                .toList();
    }

    /** Returns one that writes requests for the sizes of prompts. */
    public static RequestEncoder forCounts(Target target, WireFormat format, PromptCount count) {
        return new RequestEncoder(target, "POST", count.path(), "application/json", format);
    }

    /** Returns one that writes requests for the list of models, whose bodies are empty. */
    public static RequestEncoder forModels(Target target, WireFormat format) {
        return new RequestEncoder(target, "GET", format.modelsPath(), "application/json", format);
    }

    /** Returns the request of this number with this body. */
    public byte[] encode(long index, byte[] body) {
        byte[] head = heads.get(target.endpointOf(index));
        byte[] length = (body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + length.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(length, 0, request, head.length, length.length);
        System.arraycopy(body, 0, request, head.length + length.length, body.length);
        return request;
    }

    private byte[] head(Endpoint endpoint, String method, String path, String accepted, WireFormat format) {
        Optional<Proxy> forwarding = target.forwarderTo(endpoint).map(Forwarder::proxy);
        StringBuilder text = new StringBuilder()
                .append(method)
                .append(' ')
                .append(forwarding.isPresent() ? endpoint : endpoint.basePath())
                .append(path)
                .append(" HTTP/1.1\r\nhost: ")
                .append(endpoint.authority())
                .append("\r\n");
        Optional<Header> authorization = forwarding.flatMap(Proxy::authorization);
        for (Header header : headers(accepted, format, authorization)) {
            text.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        return text.append("content-length: ").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Ours, as far as the user has not given others of the same name, and then the user's. */
    private List<Header> headers(String accepted, WireFormat format, Optional<Header> authorization) {
        List<Header> headers = new ArrayList<>(List.of(
                new Header("content-type", "application/json"),
                new Header("accept", accepted),
                new Header("accept-encoding", "identity"),
                new Header("user-agent", "tokenpace")));
        format.headers().forEach((name, value) -> headers.add(new Header(name, value)));
        authorization.ifPresent(headers::add);
        for (Header given : target.headers()) {
            headers.removeIf(ours -> ours.name().equalsIgnoreCase(given.name()));
        }
        headers.addAll(target.headers());
        return headers;
    }
}
