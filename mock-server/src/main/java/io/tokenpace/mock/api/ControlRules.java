package io.tokenpace.mock.api;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Checks the small fields that stand on their own. */
final class ControlRules {
    private ControlRules() {}

    static void check(Draft draft) throws RefusedException {
        checkServiceTier(draft.control("service_tier"));
        checkStopSequences(draft.control("stop_sequences"));
        checkToolChoice(draft.control("tool_choice"));
        checkMetadata(draft.control("metadata"));
    }

    private static void checkServiceTier(JsonNode tier) throws RefusedException {
        Refusal.require(
                tier.isMissingNode() || Set.of("auto", "standard_only").contains(tier.asString("")),
                "service_tier: Input should be 'auto' or 'standard_only'");
    }

    private static void checkStopSequences(JsonNode sequences) throws RefusedException {
        Refusal.require(
                sequences.isMissingNode() || sequences.isArray(), "stop_sequences: Input should be a valid list");
        for (int i = 0; i < sequences.size(); i++) {
            Refusal.require(sequences.get(i).isString(), "stop_sequences." + i + ": Input should be a valid string");
            Refusal.require(
                    !sequences.get(i).stringValue().isBlank(),
                    "stop_sequences: each stop sequence must contain non-whitespace");
        }
    }

    private static void checkToolChoice(JsonNode choice) throws RefusedException {
        if (choice.isMissingNode()) {
            return;
        }
        Refusal.require(choice.isObject(), "tool_choice: Input should be an object");
        Refusal.require(choice.has("type"), "tool_choice.type: Field required");
        String type = choice.path("type").asString("");
        Refusal.require(
                Set.of("auto", "any", "tool", "none").contains(type),
                "tool_choice.type: Input should be 'auto', 'any', 'tool' or 'none'");
        Refusal.require(!type.equals("tool") || choice.has("name"), "tool_choice.tool.name: Field required");
    }

    private static void checkMetadata(JsonNode metadata) throws RefusedException {
        Refusal.require(metadata.isMissingNode() || metadata.isObject(), "metadata: Input should be an object");
        JsonNode userId = metadata.path("user_id");
        Refusal.require(
                userId.isMissingNode() || userId.isNull() || userId.isString(),
                "metadata.user_id: Input should be a valid string");
    }
}
