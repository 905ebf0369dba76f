package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bad scenario gets one line that names the file, the key, the value and the rule, and exit code 2. */
class ScenarioRefusalTest {
    @TempDir
    private Path temporary;

    private Bench run(String yaml, String arguments) throws IOException {
        Path file = Files.writeString(temporary.resolve("chat.yaml"), yaml);
        return Bench.run(("run --scenario " + file + arguments).split(" ", -1));
    }

    private String without(Path folder, String line) {
        return line.replace(folder + "/", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    promt-tokens: 128       | scenario chat.yaml: promt-tokens is no option of bench run; did you mean prompt-tokens?
                    colour: blue            | scenario chat.yaml: colour is no option of bench run
                    c: 8                    | scenario chat.yaml: c is no option of bench run
                    scenario: rag           | scenario chat.yaml: scenario is no option of bench run
                    help: true              | scenario chat.yaml: help is no option of bench run
                    concurrency: four       | scenario chat.yaml: Invalid value for option '--concurrency': 'four' is not an int
                    concurrency: [1, 2]     | scenario chat.yaml: Invalid value for option '--concurrency': '1,2' is not an int
                    concurrency: {users: 4} | scenario chat.yaml: concurrency ({"users":4}) must be a value or a list of values
                    model:                  | scenario chat.yaml: model (null) must be a value or a list of values
                    max-tokens: []          | scenario chat.yaml: max-tokens ([]) must not be empty
                    quiet: 5                | scenario chat.yaml: Invalid value for option '--quiet': '5' is not a boolean
                    prompt-tokens: [5, 5]   | scenario chat.yaml: Invalid value for option '--prompt-tokens': '5,5' must not name a size twice
                    concurrency: 0          | with scenario chat.yaml: concurrency (0) must be positive
                    {rate: 5, concurrency: 4} | with scenario chat.yaml: --concurrency (4) and --rate (5.0) exclude each other
                    just words              | scenario chat.yaml: the file must be a mapping of options to values
                    """)
    void shouldSayInOneLineWhatIsWrong(String yaml, String line) throws IOException {
        Bench bench = run(yaml, "");
        assertThat(without(temporary, bench.err())).isEqualTo("bench run: " + line + System.lineSeparator());
        assertThat(bench.exitCode()).isEqualTo(2);
        assertThat(bench.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {rate: 5, rate: 6}
                    [unclosed
                    """)
    void shouldRefuseWhatIsNoYamlInOneLine(String yaml) throws IOException {
        Bench bench = run(yaml, "");
        assertThat(without(temporary, bench.err())).startsWith("bench run: scenario chat.yaml: the file must be YAML:");
        assertThat(bench.err().lines()).hasSize(1);
        assertThat(bench.exitCode()).isEqualTo(2);
    }

    @Test
    void shouldRefuseAWrongValueThatTheCommandLineReplaces() throws IOException {
        assertThat(run("concurrency: four", " -c 4").exitCode()).isEqualTo(2);
    }

    @Test
    void shouldListTheShippedScenariosWhenOneIsUnknown() {
        Bench bench = Bench.run("run", "--scenario", "chatt");
        assertThat(bench.err())
                .isEqualTo("bench run: scenario (chatt) must be one of chat, rag, code-completion, batch-summary,"
                        + " mlperf-server, mlperf-interactive, or the path of a file" + System.lineSeparator());
        assertThat(bench.exitCode()).isEqualTo(2);
    }

    @Test
    void shouldNameTheShippedScenariosInTheHelp() {
        String help = Bench.run("run", "--scenario", "no-such", "--help").out().replaceAll("\\s+", " ");
        assertThat(help)
                .contains("--scenario=NAME|FILE")
                .contains("chat, rag, code-completion, batch-summary, mlperf-server, mlperf-interactive");
    }
}
