package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How values of each kind of option are put on the command line, for a command that has them all. */
class ScenarioReaderTest {
    @TempDir
    private Path temporary;

    private final CommandSpec command = CommandSpec.create().name("any");

    @BeforeEach
    void declareOptions() {
        command.addOption(OptionSpec.builder("--header")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build());
        command.addOption(OptionSpec.builder("--stages").type(String.class).build());
        command.addOption(OptionSpec.builder("--no-stream").type(boolean.class).build());
    }

    private List<String> arguments(String yaml) throws IOException {
        Path file = Files.writeString(temporary.resolve("own.yaml"), yaml);
        return new ScenarioReader(new CommandLine(command))
                .read(file.toString())
                .argumentsBelow(Set.of());
    }

    @Test
    void shouldRepeatAnOptionThatCanBeRepeated() throws IOException {
        assertThat(arguments("header: ['a: 1, 2', 'b: 3']")).containsExactly("--header=a: 1, 2", "--header=b: 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    stages: 10/s:30s,50/s:1m      | --stages=10/s:30s,50/s:1m
                    stages: [10/s:30s, 50/s:1m]   | --stages=10/s:30s,50/s:1m
                    stages: off                   | --stages=off
                    stages: 2.5                   | --stages=2.5
                    stages: -5                    | --stages=-5
                    stages: '${sys:user.home}'    | --stages=${sys:user.home}
                    no-stream: true               | --no-stream=true
                    no-stream: false              | --no-stream=false
                    header: 'a: 1'                | --header=a: 1
                    """)
    void shouldSayAValueAsItWouldBeTyped(String yaml, String argument) throws IOException {
        assertThat(arguments(yaml)).containsExactly(argument);
    }
}
