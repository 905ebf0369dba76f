package io.tokenpace.mock.api;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/** The APIs that one server serves, all over one service. */
public record Apis(AnthropicApi anthropic, OpenAiApi openAi) {
    /**
     * Sets both up.
     *
     * @param nanos the time by which rate limits are refilled
     * @param wall the time of day, for what names one
     */
    public static Apis of(ApiOptions options, LongSupplier nanos, InstantSource wall) {
        return new Apis(new AnthropicApi(options, nanos, wall), new OpenAiApi(options, nanos, wall));
    }
}
