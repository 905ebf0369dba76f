package io.tokenpace.mock.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.FullHttpResponse;
import io.tokenpace.mock.api.Apis;
import io.tokenpace.mock.api.OpenAiRefusal;
import io.tokenpace.mock.api.Refusal;
import io.tokenpace.mock.fault.Effect;
import java.util.Locale;
import java.util.OptionalInt;

/** Errors that are returned on purpose, in the words of the API that a request speaks. */
final class Errors {
    private static final String SHOULD_RETRY = "x-should-retry";

    private final Apis apis;

    Errors(Apis apis) {
        this.apis = apis;
    }

    /** Returns an error in place of the answer. */
    FullHttpResponse response(Effect.Status fault, Incoming incoming, boolean keepAlive) {
        boolean silent = fault.retry() == Effect.Status.Retry.UNSAID;
        String retry = fault.retry().name().toLowerCase(Locale.ROOT);
        if (incoming.dialect() == Dialect.OPENAI) {
            OpenAiRefusal refusal = apis.openAi().error(fault.code(), fault.retryAfterSeconds());
            return Responses.refusal(silent ? refusal : refusal.withHeader(SHOULD_RETRY, retry), incoming, keepAlive);
        }
        Refusal refusal = apis.anthropic().error(fault.code(), fault.retryAfterSeconds());
        return Responses.refusal(silent ? refusal : refusal.withHeader(SHOULD_RETRY, retry), incoming, keepAlive);
    }

    /** Returns an error that comes up late in an answer, which is not streamed. */
    FullHttpResponse response(Effect.ErrorEvent fault, Incoming incoming) {
        Effect.Status status = new Effect.Status(fault.code(), OptionalInt.empty(), Effect.Status.Retry.UNSAID);
        return response(status, incoming, incoming.keepAlive());
    }

    /** Writes an error in the middle of a stream. */
    void writeEvent(int status, Incoming incoming, ByteBuf out) {
        if (incoming.dialect() == Dialect.OPENAI) {
            apis.openAi().error(status, OptionalInt.empty()).writeEvent(out);
        } else {
            apis.anthropic().error(status, OptionalInt.empty()).writeEvent(out);
        }
    }
}
