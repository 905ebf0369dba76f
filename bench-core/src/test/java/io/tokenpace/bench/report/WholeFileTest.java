package io.tokenpace.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path temporary;

    @Test
    void shouldKeepTheFileFromBeforeWhereTheNewOneFails() throws IOException {
        Path file = Files.writeString(temporary.resolve("report"), "before");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write('x');
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(file).hasContent("before");
        assertThat(temporary).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void shouldReplaceAFileThatItIsMadeFrom() throws IOException {
        Path file = Files.writeString(temporary.resolve("log"), "content");
        WholeFile.write(file, out -> Files.copy(file, out));
        assertThat(file).hasContent("content");
    }
}
