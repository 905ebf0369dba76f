package io.tokenpace.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs the command inside the test's own process and keeps what it prints. */
final class Bench {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private int exitCode;

    private Bench() {}

    static Bench run(String... arguments) {
        Bench bench = new Bench();
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(bench.out));
        command.setErr(new PrintWriter(bench.err));
        bench.exitCode = command.execute(arguments);
        return bench;
    }

    int exitCode() {
        return exitCode;
    }

    String out() {
        return out.toString();
    }

    /** Returns the same with each sentence in one line, however it was broken to fit. */
    String unwrapped() {
        return out().replaceAll("\\n {4,}(?=\\S)", " ");
    }

    String err() {
        return err.toString();
    }
}
