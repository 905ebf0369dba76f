package io.tokenpace.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The options of a command, written down.
 *
 * @param name as the user gave it: a shipped scenario's name or a file's path
 * @param options each option's long name without dashes, with the arguments that say the same on the command line
 */
record Scenario(String name, Map<String, List<String>> options) {
    /** What the positional URL is called among the options. */
    static final String POSITIONAL_URL = "URL";

    /** What a dataset says itself, and its like. */
    private static final Set<String> SIZES = Set.of("prompt-tokens", "system-tokens", "prompt-cache", "trace");

    /** What a trace says itself. */
    private static final Set<String> TRACED = Set.of(
            "prompt-tokens",
            "system-tokens",
            "prompt-cache",
            "max-tokens",
            "dataset",
            "turns",
            "think-time",
            "concurrency",
            "rate",
            "stages",
            "arrival",
            "ramp",
            "warmup");

    /**
     * Which options of a scenario an option of the command line takes the place of, itself aside: those that contradict
     * it, and those that only made sense with these.
     */
    private static final Map<String, Set<String>> REPLACED_BY = Map.of(
            "concurrency",
            Set.of("rate", "stages", "arrival", "max-in-flight", "stop-when-saturated", "saturated-ttft"),
            "rate",
            Set.of("concurrency", "stages"),
            "stages",
            Set.of("concurrency", "rate", "requests", "duration"),
            "dataset",
            SIZES,
            "trace",
            TRACED,
            "mock",
            Set.of("url"),
            "url",
            Set.of("mock"),
            POSITIONAL_URL,
            Set.of("mock", "url"));

    Scenario {
        options = new LinkedHashMap<>(options);
    }

    /** Returns the arguments of every option that the command line, which gave {@code typed}, leaves to the scenario. */
    List<String> argumentsBelow(Set<String> typed) {
        Set<String> decided = new LinkedHashSet<>(typed);
        typed.forEach(name -> decided.addAll(REPLACED_BY.getOrDefault(name, Set.of())));
        List<String> arguments = new ArrayList<>();
        options.forEach((name, itsArguments) -> {
            if (!decided.contains(name)) {
                arguments.addAll(itsArguments);
            }
        });
        return arguments;
    }
}
