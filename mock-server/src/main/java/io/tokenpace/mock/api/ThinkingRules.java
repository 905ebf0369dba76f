package io.tokenpace.mock.api;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Checks {@code thinking}, and what else depends on it, against the model. */
final class ThinkingRules {
    private static final int LEAST_BUDGET = 1_024;
    private static final Set<String> EFFORTS = Set.of("low", "medium", "high", "xhigh", "max");
    private static final Set<String> TOP_EFFORTS = Set.of("xhigh", "max");

    private ThinkingRules() {}

    /** Returns whether the model was asked to think, or always does. */
    static boolean check(Draft draft, Model model, int maxTokens) throws RefusedException {
        String effort = effort(draft.control("output_config"));
        Optional<ThinkingMode> asked = mode(draft.control("thinking"));
        if (asked.isPresent()) {
            checkMode(asked.orElseThrow(), model, effort);
            if (asked.orElseThrow() == ThinkingMode.ENABLED) {
                checkBudget(draft.control("thinking"), maxTokens);
            }
        }
        boolean thinks = asked.map(mode -> mode != ThinkingMode.DISABLED).orElse(model.alwaysThinks());
        Refusal.require(
                !thinks || !isForced(draft.control("tool_choice")),
                "Thinking may not be enabled when tool_choice forces tool use.");
        return thinks;
    }

    private static Optional<ThinkingMode> mode(JsonNode thinking) throws RefusedException {
        if (thinking.isMissingNode()) {
            return Optional.empty();
        }
        Refusal.require(thinking.isObject(), "thinking: Input should be an object");
        Refusal.require(thinking.has("type"), "thinking.type: Field required");
        Optional<ThinkingMode> mode = ThinkingMode.of(thinking.path("type").asString(""));
        Refusal.require(
                mode.isPresent(),
                "thinking.type: Input should be 'enabled', 'adaptive', 'disabled' or 'between_tools'");
        JsonNode display = thinking.path("display");
        Refusal.require(
                display.isMissingNode()
                        || display.isNull()
                        || Set.of("summarized", "omitted").contains(display.asString("")),
                "thinking." + mode.orElseThrow().type() + ".display: Input should be 'summarized' or 'omitted'");
        return mode;
    }

    private static void checkMode(ThinkingMode mode, Model model, String effort) throws RefusedException {
        boolean supported = model.thinking().contains(mode)
                && !(mode == ThinkingMode.DISABLED && model.thinksAtTopEffort() && TOP_EFFORTS.contains(effort));
        Refusal.require(supported || mode != ThinkingMode.ADAPTIVE, "adaptive thinking is not supported on this model");
        Refusal.require(
                supported,
                "\"thinking.type." + mode.type() + "\" is not supported for this model. "
                        + "Use \"thinking.type.adaptive\" and \"output_config.effort\" to control thinking behavior.");
    }

    private static void checkBudget(JsonNode thinking, int maxTokens) throws RefusedException {
        String path = "thinking.enabled.budget_tokens";
        JsonNode budget = thinking.path("budget_tokens");
        Refusal.require(!budget.isMissingNode(), path + ": Field required");
        Refusal.require(budget.isIntegralNumber(), path + ": Input should be a valid integer");
        Refusal.require(budget.doubleValue() >= LEAST_BUDGET, path + ": Input should be greater than or equal to 1024");
        Refusal.require(budget.doubleValue() < maxTokens, "`max_tokens` must be greater than `thinking.budget_tokens`");
    }

    private static String effort(JsonNode outputConfig) throws RefusedException {
        if (outputConfig.isMissingNode()) {
            return "";
        }
        Refusal.require(outputConfig.isObject(), "output_config: Input should be an object");
        JsonNode effort = outputConfig.path("effort");
        if (effort.isMissingNode() || effort.isNull()) {
            return "";
        }
        Refusal.require(
                EFFORTS.contains(effort.asString("")),
                "output_config.effort: Input should be 'low', 'medium', 'high', 'xhigh' or 'max'");
        return effort.asString();
    }

    /** Whether the answer must begin with a call of a tool. */
    static boolean isForced(JsonNode toolChoice) {
        return Set.of("any", "tool").contains(toolChoice.path("type").asString(""));
    }
}
