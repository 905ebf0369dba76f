package io.tokenpace.bench.wire.anthropic;

import io.tokenpace.bench.wire.Parameters;
import io.tokenpace.bench.wire.Thinking;

/**
 * What the Messages API demands of parameters whatever the model. What only some models refuse is left to the service,
 * whose list is newer than ours.
 */
final class ParameterRules {
    private static final double LEAST_THINKING_TOP_P = 0.95;

    private ParameterRules() {}

    static void check(Parameters parameters) {
        Parameters.requireWithin("temperature", parameters.temperature(), 1);
        require(!parameters.ignoreEos(), "ignore-eos (true) must be false for Anthropic's API, which cannot write on");
        parameters.thinking().ifPresent(thinking -> checkThinking(thinking, parameters));
    }

    private static void checkThinking(Thinking thinking, Parameters parameters) {
        require(
                !thinking.isEffort(),
                "thinking (" + thinking + ") must be adaptive, disabled or a budget of tokens for Anthropic's API");
        if (thinking.isOn()) {
            parameters
                    .temperature()
                    .ifPresent(value -> require(value == 1, "temperature (" + value + ") must be 1 with thinking"));
            parameters
                    .topP()
                    .ifPresent(value -> require(
                            value >= LEAST_THINKING_TOP_P,
                            "top-p (" + value + ") must be at least 0.95 with thinking"));
            parameters
                    .topK()
                    .ifPresent(value -> require(false, "top-k (" + value + ") must be left out with thinking"));
        }
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
