package io.tokenpace.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Runs a command, with the options of its scenario put below those of the command line.
 *
 * <p>The command line is parsed first as it was typed; if it names a scenario, it is parsed once more with the
 * scenario's options before the typed ones. Their values thereby meet the same converters and the same rules, and an
 * option that can be repeated keeps all of its values, for which a default value, being one text, has no room.
 */
final class ScenarioStrategy implements IExecutionStrategy {
    private final IExecutionStrategy execution;

    /** Leaves a command whose options are complete to {@code execution}. */
    ScenarioStrategy(IExecutionStrategy execution) {
        this.execution = execution;
    }

    @Override
    public int execute(ParseResult typed) {
        Optional<String> scenario = scenario(typed);
        return scenario.isEmpty() ? execution.execute(typed) : execute(typed, scenario.get());
    }

    private static Optional<String> scenario(ParseResult typed) {
        if (!typed.hasSubcommand() || asksForHelp(typed)) {
            return Optional.empty();
        }
        Object command = typed.subcommand().commandSpec().userObject();
        return command instanceof ScenarioOption.Bearer bearer
                ? bearer.scenario().name()
                : Optional.empty();
    }

    private static boolean asksForHelp(ParseResult typed) {
        return typed.asCommandLineList().stream()
                .anyMatch(command -> command.isUsageHelpRequested() || command.isVersionHelpRequested());
    }

    /** A rule may be broken by a value of either origin, or by both together, so a complaint names the scenario. */
    private int execute(ParseResult typed, String scenario) {
        ParseResult complete = parseAgain(typed, argumentsBelow(typed.subcommand(), scenario));
        try {
            return execution.execute(complete);
        } catch (ParameterException e) {
            throw new ParameterException(e.getCommandLine(), "with scenario " + scenario + ": " + Wording.of(e), e);
        }
    }

    private static List<String> argumentsBelow(ParseResult typed, String scenario) {
        CommandLine command = typed.commandSpec().commandLine();
        Set<String> given = given(typed);
        try {
            return new ScenarioReader(command).read(scenario).argumentsBelow(given);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, e.getMessage(), e);
        }
    }

    /** Returns the names of the options that were typed, without dashes. */
    private static Set<String> given(ParseResult typed) {
        Set<String> names = new LinkedHashSet<>();
        typed.matchedOptions().forEach(option -> names.add(ScenarioReader.longName(option)));
        if (!typed.matchedPositionals().isEmpty()) {
            names.add(Scenario.POSITIONAL_URL);
        }
        return names;
    }

    private static ParseResult parseAgain(ParseResult typed, List<String> below) {
        List<String> arguments = new ArrayList<>(typed.expandedArgs());
        String command = typed.subcommand().commandSpec().name();
        arguments.addAll(arguments.indexOf(command) + 1, below);
        return typed.commandSpec().commandLine().parseArgs(arguments.toArray(String[]::new));
    }
}
