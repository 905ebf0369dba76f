package io.tokenpace.mock.api;

import io.tokenpace.mock.text.Sampling;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Checks {@code temperature}, {@code top_p} and {@code top_k} against the version and the model. */
final class SamplingRules {
    private static final List<String> PARAMETERS = List.of("temperature", "top_p", "top_k");
    private static final double NEUTRAL_TEMPERATURE = 1;
    private static final double LEAST_NEUTRAL_TOP_P = 0.99;
    private static final double LEAST_THINKING_TOP_P = 0.95;

    private SamplingRules() {}

    static void check(Draft draft, ApiVersion version, Model model, boolean thinks) throws RefusedException {
        for (String parameter : PARAMETERS) {
            Refusal.require(
                    version.hasSampling() || !draft.controls().containsKey(parameter),
                    parameter + ": Extra inputs are not permitted");
        }
        JsonNode temperature = draft.control("temperature");
        JsonNode topP = draft.control("top_p");
        JsonNode topK = draft.control("top_k");
        requireFraction("temperature", temperature);
        requireFraction("top_p", topP);
        if (!topK.isMissingNode()) {
            Refusal.require(topK.isIntegralNumber(), "top_k: Input should be a valid integer");
            Refusal.require(topK.doubleValue() >= 0, "top_k: Input should be greater than or equal to 0");
        }
        if (model.sampling() == SamplingRule.FIXED) {
            requireNeutral("temperature", temperature.asDouble(NEUTRAL_TEMPERATURE) == NEUTRAL_TEMPERATURE);
            requireNeutral("top_p", topP.asDouble(1) >= LEAST_NEUTRAL_TOP_P);
            requireNeutral("top_k", topK.isMissingNode());
        }
        Refusal.require(
                model.sampling() != SamplingRule.EITHER || temperature.isMissingNode() || topP.isMissingNode(),
                "`temperature` and `top_p` cannot both be specified for this model. Please use only one.");
        if (thinks) {
            checkThinking(temperature, topP, topK);
        }
    }

    /** Returns how to draw, by parameters that have been checked. */
    static Sampling sampling(Draft draft) {
        // More than there are words is the same as all of them, so no number is too large.
        return new Sampling(
                draft.control("temperature").asDouble(Sampling.DEFAULT.temperature()),
                draft.control("top_p").asDouble(Sampling.DEFAULT.topP()),
                (int) Math.min(Integer.MAX_VALUE, draft.control("top_k").asDouble(Sampling.DEFAULT.topK())));
    }

    private static void checkThinking(JsonNode temperature, JsonNode topP, JsonNode topK) throws RefusedException {
        Refusal.require(
                temperature.asDouble(NEUTRAL_TEMPERATURE) == NEUTRAL_TEMPERATURE,
                "`temperature` may only be set to 1 when thinking is enabled or in adaptive mode");
        Refusal.require(
                topP.asDouble(1) >= LEAST_THINKING_TOP_P,
                "`top_p` must be greater than or equal to 0.95 or unset when thinking is enabled or in adaptive mode");
        Refusal.require(topK.isMissingNode(), "`top_k` must be unset when thinking is enabled or in adaptive mode");
    }

    private static void requireFraction(String name, JsonNode value) throws RefusedException {
        if (value.isMissingNode()) {
            return;
        }
        Refusal.require(value.isNumber(), name + ": Input should be a valid number");
        Refusal.require(value.doubleValue() >= 0, name + ": Input should be greater than or equal to 0");
        Refusal.require(value.doubleValue() <= 1, name + ": Input should be less than or equal to 1");
    }

    private static void requireNeutral(String name, boolean neutral) throws RefusedException {
        Refusal.require(neutral, "`" + name + "` is deprecated for this model.");
    }
}
