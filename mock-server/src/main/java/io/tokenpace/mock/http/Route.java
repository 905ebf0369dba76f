package io.tokenpace.mock.http;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.tokenpace.mock.api.ApiVersion;
import io.tokenpace.mock.api.Credentials;
import io.tokenpace.mock.api.Refusal;
import io.tokenpace.mock.api.RefusedException;
import java.util.List;
import java.util.Optional;

/**
 * The head of a request, checked: what it asks for, how, in which version and by whom.
 *
 * @param query its path and what follows it
 */
record Route(Endpoint endpoint, ApiVersion version, QueryStringDecoder query) {
    private static final String MODEL_PATH = "/v1/models/";

    static Route of(HttpRequest request) throws RefusedException {
        // Undecoded: no path that is served has an escape, and a broken one is just another unknown path.
        QueryStringDecoder query = RequestTarget.of(request);
        Endpoint endpoint = endpoint(query.rawPath());
        if (!request.method().name().equals(endpoint.method())) {
            throw new RefusedException(Refusal.methodNotAllowed(request.method().name(), endpoint.method()));
        }
        HttpHeaders headers = request.headers();
        Credentials.require(
                Optional.ofNullable(headers.get("x-api-key")), Optional.ofNullable(headers.get("authorization")));
        return new Route(endpoint, ApiVersion.of(Optional.ofNullable(headers.get("anthropic-version"))), query);
    }

    /** The model that the path names. */
    String model() {
        return query.rawPath().substring(MODEL_PATH.length());
    }

    /** Returns the last value of a parameter. */
    Optional<String> parameter(String name) throws RefusedException {
        try {
            List<String> values = query.parameters().getOrDefault(name, List.of());
            return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.invalid("malformed query: " + query.rawQuery()));
        }
    }

    private static Endpoint endpoint(String path) throws RefusedException {
        return switch (path) {
            case "/v1/messages" -> Endpoint.MESSAGES;
            case "/v1/messages/count_tokens" -> Endpoint.COUNT_TOKENS;
            case "/v1/models" -> Endpoint.MODELS;
            default -> {
                if (path.length() > MODEL_PATH.length() && path.startsWith(MODEL_PATH)) {
                    yield Endpoint.MODEL;
                }
                throw new RefusedException(Refusal.notFound(path));
            }
        };
    }
}
