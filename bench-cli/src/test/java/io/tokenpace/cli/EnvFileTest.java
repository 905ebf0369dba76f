package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvFileTest {
    @TempDir
    private Path temporary;

    private Path file(String content) throws IOException {
        return Files.writeString(temporary.resolve(".env"), content);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "KEY=abc|abc",
                "export KEY=abc|abc",
                "KEY = abc|abc",
                "KEY=\"a b # c\"|a b # c",
                "KEY='a \"b\" c' # why|a \"b\" c",
                "KEY=abc # why|abc",
                "KEY=a=b|a=b",
                "KEY=\"a\\\"b\\\\c\"|a\"b\\c",
                "KEY=|``"
            },
            delimiter = '|')
    void shouldReadAnAssignmentAsShellsDo(String line, String value) throws IOException {
        assertThat(EnvFile.read(file("# keys\n\n" + line + "\r\nOTHER=1")))
                .containsEntry("KEY", value)
                .containsEntry("OTHER", "1")
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-secret", "KEY=sk secret", "KEY=\"sk-secret", "1KEY=sk-secret"})
    void shouldNameTheLineButNotWhatItSays(String line) throws IOException {
        Path file = file("A=1\n" + line);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnvFile.read(file))
                .withMessageContaining(file + ":2 must ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @Test
    void shouldSayWhenThereIsNoFile() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnvFile.read(temporary.resolve("none")))
                .withMessageContaining("cannot be read");
    }
}
