package io.tokenpace.mock.api;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads what a request that was checked wants the content of its answer to be. */
final class ContentAsks {
    private ContentAsks() {}

    static ContentAsk of(Draft draft, Model model, List<Turn> turns) {
        List<String> stopSequences = draft.control("stop_sequences")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
        return new ContentAsk(thinking(draft, model, turns), stopSequences, tools(draft));
    }

    private static ThinkingAsk thinking(Draft draft, Model model, List<Turn> turns) {
        JsonNode thinking = draft.control("thinking");
        Turn last = turns.get(turns.size() - 1);
        ThinkingAsk.Kind kind = ThinkingMode.of(thinking.path("type").asString(""))
                .map(mode -> asked(mode, last))
                .orElse(ThinkingAsk.Kind.UNASKED);
        boolean ruledOut = ThinkingRules.isForced(draft.control("tool_choice")) || last.role() == Turn.Role.ASSISTANT;
        int budget = thinking.path("budget_tokens").asInt(Integer.MAX_VALUE);
        String display = thinking.path("display").asString("");
        boolean summarized = display.isEmpty() ? model.showsThinking() : display.equals("summarized");
        return new ThinkingAsk(
                ruledOut && kind == ThinkingAsk.Kind.UNASKED ? ThinkingAsk.Kind.NEVER : kind, budget, summarized);
    }

    private static ThinkingAsk.Kind asked(ThinkingMode mode, Turn last) {
        boolean thinks = switch (mode) {
            case ENABLED, ADAPTIVE -> true;
            case DISABLED -> false;
            case BETWEEN_TOOLS ->
                last.blocks().stream().anyMatch(block -> block.type().equals("tool_result"));
        };
        return thinks ? ThinkingAsk.Kind.ASKED : ThinkingAsk.Kind.NEVER;
    }

    private static ToolAsk tools(Draft draft) {
        JsonNode choice = draft.control("tool_choice");
        String type = choice.path("type").asString("auto");
        List<Tool> allowed = switch (type) {
            case "none" -> List.of();
            case "tool" -> named(draft, choice.path("name").asString(""));
            default -> draft.tools();
        };
        return new ToolAsk(allowed, Set.of("any", "tool").contains(type));
    }

    private static List<Tool> named(Draft draft, String name) {
        return draft.tools().stream().filter(tool -> tool.name().equals(name)).toList();
    }
}
