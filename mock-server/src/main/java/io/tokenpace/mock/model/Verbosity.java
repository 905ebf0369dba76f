package io.tokenpace.mock.model;

import io.tokenpace.mock.draw.DrawStream;
import io.tokenpace.mock.draw.Purpose;
import java.util.OptionalInt;

/** How much a service would think and say in the answer to one request, if nothing stopped it. */
public final class Verbosity {
    private final ServiceParameters service;
    private final RequestKey key;

    Verbosity(ServiceParameters service, RequestKey key) {
        this.service = service;
        this.key = key;
    }

    /** Draws the tokens of thinking, rounded to a whole number, at least 1; empty if the service does not say. */
    public OptionalInt thinkingTokens() {
        if (service.thinkingTokens().isEmpty()) {
            return OptionalInt.empty();
        }
        double uniform = DrawStream.of(key.bits(), Purpose.THINKING).uniform(0);
        long drawn = Math.round(service.thinkingTokens().get().quantile(uniform));
        return OptionalInt.of((int) Math.min(Integer.MAX_VALUE, Math.max(1, drawn)));
    }

    /** Draws how long the text after the thinking is under this ceiling, and whether it is the ceiling that ends it. */
    public AnswerLength textWithin(int ceiling) {
        return textWithin(0, ceiling);
    }

    /** Draws the same, where the text must not end by itself before it has so many tokens. */
    public AnswerLength textWithin(int floor, int ceiling) {
        return AnswerLength.draw(service.answerTokens(), key, floor, ceiling);
    }
}
