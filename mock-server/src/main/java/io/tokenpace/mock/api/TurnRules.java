package io.tokenpace.mock.api;

import java.util.List;

/** Checks the messages of a conversation against the version and the model. */
final class TurnRules {
    private TurnRules() {}

    static void check(List<Turn> turns, ApiVersion version, Model model, boolean thinks) throws RefusedException {
        Refusal.require(!turns.isEmpty(), "messages: at least one message is required");
        for (int i = 0; i < turns.size(); i++) {
            checkTurn(turns.get(i), "messages." + i, i == turns.size() - 1, version, model);
        }
        if (turns.get(turns.size() - 1).role() == Turn.Role.ASSISTANT) {
            Refusal.require(
                    model.prefill(),
                    "This model does not support assistant message prefill. "
                            + "The conversation must end with a user message.");
            Refusal.require(
                    !thinks || startsWithThinking(turns.get(turns.size() - 1)),
                    "messages." + (turns.size() - 1) + ": When thinking is enabled, "
                            + "a final assistant message must start with a thinking block");
        }
    }

    private static void checkTurn(Turn turn, String path, boolean last, ApiVersion version, Model model)
            throws RefusedException {
        Refusal.require(
                turn.role() != Turn.Role.SYSTEM || model.systemMessages(),
                "messages: Unexpected role \"system\". The Messages API accepts a top-level `system` parameter, "
                        + "not \"system\" as an input message role.");
        Refusal.require(
                !turn.blocks().isEmpty() || (last && turn.role() == Turn.Role.ASSISTANT),
                path + ": all messages must have non-empty content except for the optional final assistant message");
        if (version == ApiVersion.V2023_06_01) {
            return;
        }
        for (BlockReader.Block block : turn.blocks()) {
            Refusal.require(
                    turn.role() != Turn.Role.ASSISTANT || !block.type().equals("document"),
                    block.prompt().path() + ": `document` blocks are not permitted in assistant messages");
            Refusal.require(
                    turn.role() != Turn.Role.USER || !block.cites(),
                    block.prompt().path() + ".citations: Extra inputs are not permitted");
        }
    }

    private static boolean startsWithThinking(Turn turn) {
        return !turn.blocks().isEmpty() && turn.blocks().get(0).type().endsWith("thinking");
    }
}
