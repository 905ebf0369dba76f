package io.tokenpace.mock.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A request as it was read: each field has the right shape, but they have not been held against each other.
 *
 * @param model the model's name
 * @param maxTokens the digits of {@code max_tokens}, of any length
 * @param stream whether to answer as a stream
 * @param tools the tools' definitions
 * @param system the system text
 * @param turns the messages
 * @param controls the small fields, such as {@code temperature}, that are present and not {@code null}
 */
record Draft(
        Optional<String> model,
        Optional<String> maxTokens,
        boolean stream,
        List<Tool> tools,
        List<PromptBlock> system,
        Optional<List<Turn>> turns,
        Map<String, JsonNode> controls) {
    Draft {
        tools = List.copyOf(tools);
        system = List.copyOf(system);
        controls = Map.copyOf(controls);
    }

    /** Returns a small field, or a missing node. */
    JsonNode control(String name) {
        return controls.getOrDefault(name, MissingNode.getInstance());
    }
}
