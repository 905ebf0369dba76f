package io.tokenpace.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a scenario from YAML and holds it to the options of one command. */
final class ScenarioReader {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final CommandLine command;
    private final Map<String, OptionSpec> known = new LinkedHashMap<>();

    ScenarioReader(CommandLine command) {
        this.command = command;
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!option.usageHelp() && !option.versionHelp() && !option.inherited()) {
                known.put(longName(option), option);
            }
        }
        known.remove(withoutDashes(ScenarioOption.NAME));
    }

    /** Returns what an option is called in a scenario. */
    static String longName(OptionSpec option) {
        return withoutDashes(option.longestName());
    }

    private static String withoutDashes(String name) {
        return name.replaceFirst("^-+", "");
    }

    /**
     * Reads the scenario of this name.
     *
     * @throws IllegalArgumentException in one line, if there is none or it breaks a rule
     */
    Scenario read(String name) {
        byte[] yaml = Scenarios.yaml(name);
        try {
            return new Scenario(name, options(parse(yaml)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("scenario " + name + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode parse(byte[] yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JacksonException e) {
            String reason = e.getOriginalMessage().lines().map(String::strip).reduce("", (a, b) -> a + " " + b);
            throw new IllegalArgumentException("the file must be YAML:" + reason, e);
        }
    }

    private Map<String, List<String>> options(JsonNode file) {
        if (!file.isObject()) {
            throw new IllegalArgumentException("the file must be a mapping of options to values");
        }
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : file.properties()) {
            List<String> arguments = arguments(option(entry.getKey()), entry.getKey(), entry.getValue());
            requireConvertible(arguments);
            options.put(entry.getKey(), arguments);
        }
        return options;
    }

    private OptionSpec option(String key) {
        return Optional.ofNullable(known.get(key)).orElseThrow(() -> {
            String suggestion = Spelling.closest(key, known.keySet())
                    .map(likely -> "; did you mean " + likely + "?")
                    .orElse("");
            return new IllegalArgumentException(
                    key + " is no option of " + command.getCommandSpec().qualifiedName() + suggestion);
        });
    }

    /** Says a value as on the command line: a list repeats an option that can be repeated, and joins else. */
    private static List<String> arguments(OptionSpec option, String key, JsonNode value) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : value.isArray() ? value : List.of(value)) {
            if (!item.isValueNode() || item.isNull()) {
                throw new IllegalArgumentException(key + " (" + value + ") must be a value or a list of values");
            }
            texts.add(item.asString());
        }
        if (texts.isEmpty()) {
            throw new IllegalArgumentException(key + " ([]) must not be empty");
        }
        List<String> occurrences = option.isMultiValue() ? texts : List.of(String.join(",", texts));
        return occurrences.stream().map(text -> "--" + key + "=" + text).toList();
    }

    /** Lets the command convert the arguments alone, so that a complaint about them can name the file. */
    private void requireConvertible(List<String> arguments) {
        try {
            command.parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            throw new IllegalArgumentException(Wording.of(e), e);
        }
    }
}
