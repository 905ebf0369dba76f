package io.tokenpace.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code bench} command. */
@Command(
        name = "bench",
        description = "Measures the latency and throughput of LLM services: prefill and decode, apart.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            ReportCommand.class,
            MergeCommand.class,
            MockCommand.class,
            CalibrateCommand.class
        },
        footer = {"", "Example: bench run --mock sonnet -c 50 -n 500"})
public final class Main implements Runnable {
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    private boolean debug;

    @Spec
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        // Netty would look for leaks in one buffer of 128, with a stack trace for each; the tests look in all of them.
        System.getProperties().putIfAbsent("io.netty.leakDetection.level", "disabled");
        System.exit(execute(arguments));
    }

    private static int execute(String[] arguments) {
        try {
            return commandLine().execute(arguments);
        } catch (OutOfMemoryError e) {
            System.err.println("bench: out of memory; lower the load, or raise -Xmx in JAVA_TOOL_OPTIONS");
            return ExitCode.INTERNAL_ERROR;
        }
    }

    static CommandLine commandLine() {
        Main main = new Main();
        CommandLine commands = new CommandLine(main);
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setUsageHelpAutoWidth(true);
        commands.setExecutionStrategy(new ScenarioStrategy(new CommandLine.RunLast()));
        commands.setParameterExceptionHandler((e, arguments) -> main.refuse(e));
        commands.setExecutionExceptionHandler((e, command, parsed) -> main.fail(e, command));
        return commands;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private int refuse(CommandLine.ParameterException e) {
        CommandLine command = e.getCommandLine();
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + Wording.of(e));
        // The trace of an unmatched argument repeats it, and it may be a key.
        if (!(e instanceof CommandLine.UnmatchedArgumentException)) {
            showTrace(e, command.getErr());
        }
        return ExitCode.USAGE;
    }

    private int fail(Exception e, CommandLine command) {
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + Wording.of(e));
        showTrace(e, command.getErr());
        return ExitCode.INTERNAL_ERROR;
    }

    private void showTrace(Exception e, PrintWriter err) {
        if (debug) {
            e.printStackTrace(err);
        }
        err.flush();
    }
}
