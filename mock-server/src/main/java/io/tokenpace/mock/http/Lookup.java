package io.tokenpace.mock.http;

import io.tokenpace.mock.api.AnthropicApi;
import io.tokenpace.mock.api.RefusedException;
import io.tokenpace.mock.api.TokenCountAnswer;

/** Answers what takes the modelled service no time: counts of tokens, and the list of models. */
final class Lookup {
    private final AnthropicApi api;

    Lookup(AnthropicApi api) {
        this.api = api;
    }

    /** Returns the body in JSON. */
    byte[] answer(Route route, byte[] body) throws RefusedException {
        return switch (route.endpoint()) {
            case COUNT_TOKENS -> TokenCountAnswer.body(api.reader().countTokens(body, route.version()));
            case MODELS ->
                api.models().page(route.parameter("limit"), route.parameter("after_id"), route.parameter("before_id"));
            case MODEL -> api.models().one(route.model());
            case MESSAGES -> throw new IllegalArgumentException("endpoint (MESSAGES) must be one that takes no time");
        };
    }
}
