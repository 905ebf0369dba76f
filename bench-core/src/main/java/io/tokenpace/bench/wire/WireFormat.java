package io.tokenpace.bench.wire;

import java.util.Map;
import java.util.Optional;

/** One API: how its requests are written and its answers read. Implementations are immutable. */
public interface WireFormat {
    /** Returns the path under the service's base, as in {@code /v1/messages} or {@code /chat/completions}. */
    String path();

    /** Returns the headers of every request, but for those of HTTP itself. */
    Map<String, String> headers();

    /** Returns the body of a request. */
    byte[] body(Ask ask);

    /** Returns how to have a prompt counted that is not to be answered, where the API has a way. */
    default Optional<PromptCount> promptCount() {
        return Optional.empty();
    }

    /** Returns the path under the service's base at which it lists its models. */
    default String modelsPath() {
        return "/models";
    }

    /** Returns a reader of answers, for the use of one event loop. */
    AnswerReader newReader();
}
