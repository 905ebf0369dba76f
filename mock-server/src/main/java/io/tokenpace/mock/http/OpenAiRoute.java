package io.tokenpace.mock.http;

import io.netty.handler.codec.http.HttpRequest;
import io.tokenpace.mock.api.Credentials;
import io.tokenpace.mock.api.OpenAiKind;
import io.tokenpace.mock.api.OpenAiRefusal;
import io.tokenpace.mock.api.OpenAiRefusedException;
import io.tokenpace.mock.api.RefusedException;
import java.util.Optional;

/** The head of a request in the OpenAI-compatible dialect, checked: what it asks for, how, and by whom. */
record OpenAiRoute(Target target, String path) {
    private static final String CHAT_PATH = "/v1/chat/completions";
    private static final String TEXT_PATH = "/v1/completions";
    private static final String MODELS_PATH = "/v1/models";
    private static final String MODEL_PATH = MODELS_PATH + "/";

    /** What can be asked for. */
    enum Target {
        COMPLETION("POST"),
        MODELS("GET"),
        MODEL("GET");

        private final String method;

        Target(String method) {
            this.method = method;
        }
    }

    static OpenAiRoute of(HttpRequest request) throws OpenAiRefusedException {
        String method = request.method().name();
        String path = RequestTarget.of(request).rawPath();
        Target target =
                target(path).orElseThrow(() -> new OpenAiRefusedException(OpenAiRefusal.notFound(method, path)));
        if (!method.equals(target.method)) {
            throw new OpenAiRefusedException(OpenAiRefusal.methodNotAllowed(method, path, target.method));
        }
        try {
            Credentials.require(
                    Optional.empty(), Optional.ofNullable(request.headers().get("authorization")));
        } catch (RefusedException wrongKey) {
            throw new OpenAiRefusedException(OpenAiRefusal.wrongKey());
        }
        return new OpenAiRoute(target, path);
    }

    /** Whether a path leads to completions, which only this dialect has. */
    static boolean completes(String path) {
        return path.equals(CHAT_PATH) || path.equals(TEXT_PATH);
    }

    /** What is to be completed. */
    OpenAiKind kind() {
        return path.equals(CHAT_PATH) ? OpenAiKind.CHAT : OpenAiKind.TEXT;
    }

    /** The model that the path names. */
    String model() {
        return path.substring(MODEL_PATH.length());
    }

    private static Optional<Target> target(String path) {
        if (completes(path)) {
            return Optional.of(Target.COMPLETION);
        }
        if (path.equals(MODELS_PATH)) {
            return Optional.of(Target.MODELS);
        }
        boolean named = path.startsWith(MODEL_PATH) && path.length() > MODEL_PATH.length();
        return named ? Optional.of(Target.MODEL) : Optional.empty();
    }
}
