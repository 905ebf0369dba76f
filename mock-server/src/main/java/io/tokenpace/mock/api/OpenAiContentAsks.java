package io.tokenpace.mock.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads what a request wants the content of its completion to be. */
final class OpenAiContentAsks {
    private static final int MOST_STOPS = 4;
    private static final Set<String> NO_EFFORT = Set.of("none", "minimal");
    private static final Set<String> EFFORTS = Set.of("low", "medium", "high", "xhigh", "max");

    private OpenAiContentAsks() {}

    /** Reads it for an answer that must have so many tokens at least. */
    static ContentAsk read(OpenAiFields fields, OpenAiKind kind, List<Tool> tools, int minTokens)
            throws OpenAiRefusedException {
        List<String> stops = stops(fields);
        if (kind == OpenAiKind.TEXT) {
            return new ContentAsk(thinking(ThinkingAsk.Kind.NEVER), stops, new ToolAsk(List.of(), false));
        }
        return new ContentAsk(thinking(reasoning(fields)), stops, toolAsk(fields, tools, minTokens));
    }

    private static ThinkingAsk thinking(ThinkingAsk.Kind kind) {
        return new ThinkingAsk(kind, Integer.MAX_VALUE, true);
    }

    /** What the chat template is told counts before the effort. */
    private static ThinkingAsk.Kind reasoning(OpenAiFields fields) throws OpenAiRefusedException {
        Optional<String> effort = fields.string("reasoning_effort");
        OpenAiFields.require(
                effort.isEmpty() || NO_EFFORT.contains(effort.get()) || EFFORTS.contains(effort.get()),
                "reasoning_effort",
                "invalid_value",
                "Invalid value: '" + effort.orElse("")
                        + "'. Supported values are: 'none', 'minimal', 'low', 'medium', 'high', 'xhigh', and 'max'.");
        if (fields.has("chat_template_kwargs")) {
            OpenAiFields template = fields.object("chat_template_kwargs");
            if (template.has("enable_thinking")) {
                return template.flag("enable_thinking") ? ThinkingAsk.Kind.ASKED : ThinkingAsk.Kind.NEVER;
            }
        }
        if (effort.isEmpty()) {
            return ThinkingAsk.Kind.UNASKED;
        }
        return NO_EFFORT.contains(effort.get()) ? ThinkingAsk.Kind.NEVER : ThinkingAsk.Kind.ASKED;
    }

    private static List<String> stops(OpenAiFields fields) throws OpenAiRefusedException {
        Optional<JsonNode> stop = fields.node("stop");
        if (stop.isEmpty()) {
            return List.of();
        }
        JsonNode asked = stop.get();
        requireType(asked.isString() || asked.isArray(), "stop", "a string or an array of strings");
        OpenAiFields.require(
                asked.size() <= MOST_STOPS,
                "stop",
                "array_above_max_length",
                "Invalid 'stop': array too long. Expected an array with maximum length " + MOST_STOPS
                        + ", but got an array with length " + asked.size() + " instead.");
        List<String> stops = new ArrayList<>();
        for (JsonNode sequence : asked.isArray() ? asked : List.of(asked)) {
            requireType(sequence.isString(), "stop", "a string or an array of strings");
            OpenAiFields.require(
                    !sequence.stringValue().isEmpty(),
                    "stop",
                    "invalid_value",
                    "Invalid 'stop': a stop sequence must not be empty.");
            stops.add(sequence.stringValue());
        }
        return stops;
    }

    private static ToolAsk toolAsk(OpenAiFields fields, List<Tool> tools, int minTokens) throws OpenAiRefusedException {
        Optional<JsonNode> choice = fields.node("tool_choice");
        if (choice.isPresent() && choice.get().isObject()) {
            return new ToolAsk(List.of(named(fields, tools)), true);
        }
        String mode = fields.string("tool_choice").orElse("auto");
        OpenAiFields.require(
                Set.of("none", "auto", "required").contains(mode),
                "tool_choice",
                "invalid_value",
                "Invalid value: '" + mode + "'. Supported values are: 'none', 'auto', and 'required'.");
        boolean forced = mode.equals("required");
        OpenAiFields.require(
                choice.isEmpty() || mode.equals("none") || !tools.isEmpty(),
                "tool_choice",
                "invalid_value",
                "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified.");
        // A call ends with its JSON, so an answer that must have a length of its own calls nothing by itself.
        boolean mayCall = forced || (mode.equals("auto") && minTokens == 0);
        return new ToolAsk(mayCall ? tools : List.of(), forced);
    }

    private static Tool named(OpenAiFields fields, List<Tool> tools) throws OpenAiRefusedException {
        OpenAiFields choice = fields.object("tool_choice");
        String type = choice.string("type").orElse("");
        OpenAiFields.require(
                type.equals("function"),
                "tool_choice.type",
                "invalid_value",
                "Invalid value: '" + type + "'. Supported values are: 'function'.");
        if (!choice.has("function")) {
            throw new OpenAiRefusedException(OpenAiRefusal.missing("tool_choice.function"));
        }
        Optional<String> name = choice.object("function").string("name");
        if (name.isEmpty()) {
            throw new OpenAiRefusedException(OpenAiRefusal.missing("tool_choice.function.name"));
        }
        return tools.stream()
                .filter(tool -> tool.name().equals(name.get()))
                .findFirst()
                .orElseThrow(() -> new OpenAiRefusedException(OpenAiRefusal.invalid(
                        "tool_choice",
                        "invalid_value",
                        "Invalid value for 'tool_choice': no function named '" + name.get()
                                + "' was specified in the 'tools' parameter.")));
    }

    private static void requireType(boolean holds, String param, String expected) throws OpenAiRefusedException {
        if (!holds) {
            throw new OpenAiRefusedException(OpenAiRefusal.wrongType(param, expected));
        }
    }
}
