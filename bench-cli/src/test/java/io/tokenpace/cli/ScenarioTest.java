package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.client.Endpoint;
import io.tokenpace.bench.client.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** What a scenario leaves a run to do, together with the command line; nothing is sent. */
class ScenarioTest {
    @TempDir
    private Path temporary;

    private Path file(String yaml) throws IOException {
        return Files.writeString(temporary.resolve("own.yaml"), yaml);
    }

    /** Parses a command line up to the point where the run would begin. */
    private static ParseResult parse(String arguments) {
        List<ParseResult> complete = new ArrayList<>();
        CommandLine commands = Main.commandLine().setExecutionStrategy(new ScenarioStrategy(parsed -> {
            complete.add(parsed);
            return 0;
        }));
        assertThat(commands.execute(arguments.split(" ", -1))).isZero();
        return complete.get(0).subcommand();
    }

    private Map<String, String> options(String yaml, String arguments) throws IOException {
        return Manifests.options(parse("run --scenario " + file(yaml) + " " + arguments));
    }

    private static void plan(ParseResult parsed) {
        RunCommand run = (RunCommand) parsed.commandSpec().userObject();
        run.options().plan(Target.of(Endpoint.parse("http://127.0.0.1:1")), true);
    }

    @Test
    void shouldTakeTheFilesValueRatherThanTheDefault() throws IOException {
        assertThat(options("timeout: 3m", "-n 1"))
                .containsEntry("timeout", "3m")
                .containsEntry("idle-timeout", "1m");
    }

    @Test
    void shouldTakeTheCommandLinesValueRatherThanTheFiles() throws IOException {
        assertThat(options("{timeout: 3m, concurrency: 8}", "--timeout 4m -c 2"))
                .containsEntry("timeout", "4m")
                .containsEntry("concurrency", "2");
    }

    @Test
    void shouldTakeTheFileWhenAnOptionStandsBeforeTheCommand() throws IOException {
        ParseResult parsed = parse("--debug run --scenario " + file("timeout: 3m"));
        assertThat(Manifests.options(parsed)).containsEntry("timeout", "3m");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {concurrency: 8}                                | -r 5      | rate        | 5   | concurrency
                    {rate: 5, arrival: poisson, max-in-flight: 9}   | -c 8      | concurrency | 8   | max-in-flight
                    {rate: 5}                                       | -c 8      | concurrency | 8   | rate
                    {rate: 5, stop-when-saturated: true}            | -c 8      | concurrency | 8   | stop-when-saturated
                    {mock: lesson}                                  | --url u   | url         | u   | mock
                    {url: u}                                        | --mock x  | mock        | x   | url
                    {mock: lesson, api: anthropic}                  | http://h  | api         | anthropic | mock
                    """)
    void shouldDropWhatTheCommandLineContradicts(
            String yaml, String arguments, String name, String value, String dropped) throws IOException {
        ParseResult parsed = parse("run --scenario " + file(yaml) + " " + arguments);
        assertThat(Manifests.options(parsed)).containsEntry(name, value);
        assertThat(parsed.hasMatchedOption(dropped)).isFalse();
    }

    @Test
    void shouldKeepTheFilesLoadWhenTheCommandLineOnlyAddsToIt() throws IOException {
        assertThat(options("rate: 5", "--max-in-flight 3 -n 4"))
                .containsEntry("rate", "5")
                .containsEntry("max-in-flight", "3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    prompt-tokens: 128,1024     | 128,1024
                    prompt-tokens: [128, 1024]  | 128,1024
                    prompt-tokens: 128          | 128
                    """)
    void shouldReadAListInEveryForm(String yaml, String typed) throws IOException {
        assertThat(options(yaml, "-n 1")).containsEntry("prompt-tokens", typed);
    }

    @Test
    void shouldReadAFlag() throws IOException {
        assertThat(options("quiet: true", "-n 1")).containsEntry("quiet", "true");
    }

    @ParameterizedTest
    @MethodSource
    void shouldPlanEveryShippedScenario(String name) {
        ParseResult parsed = parse("run --scenario " + name);
        assertThat(Manifests.options(parsed)).containsEntry("name", name);
        plan(parsed);
    }

    static Iterable<String> shouldPlanEveryShippedScenario() {
        return new Scenarios();
    }

    @Test
    void shouldRunAScenario() throws IOException {
        Path out = temporary.resolve("run");
        Path yaml = file("{mock: instant, max-tokens: [2, 4], concurrency: 2, requests: 8, format: json}");
        Bench bench = Bench.run("run", "--scenario", yaml.toString(), "--out", out.toString(), "-q");
        assertThat(bench.out()).contains("\"succeeded\" : 8");
    }
}
