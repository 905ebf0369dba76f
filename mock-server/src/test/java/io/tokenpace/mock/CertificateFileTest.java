package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateFileTest {
    @TempDir
    private Path folder;

    @Test
    void shouldReplaceAnEarlierCertificateAndLeaveNothingElse() throws IOException {
        Path file = folder.resolve("mock.pem");
        CertificateFile.write(file, "the first");
        CertificateFile.write(file, "the second");
        assertThat(file).hasContent("the second");
        assertThat(folder.toFile().list()).containsExactly("mock.pem");
    }

    @Test
    void shouldNameTheFileThatCannotBeWritten() {
        Path file = folder.resolve("missing").resolve("mock.pem");
        assertThatIOException()
                .isThrownBy(() -> CertificateFile.write(file, "any"))
                .withMessageStartingWith("TLS certificate (" + file + ") must be writable: ");
    }

    @Test
    void shouldLeaveNoPartBehindWhenItCannotFinish() throws IOException {
        Path file = Files.createDirectories(folder.resolve("mock.pem").resolve("taken"))
                .getParent();
        assertThatIOException().isThrownBy(() -> CertificateFile.write(file, "any"));
        assertThat(folder.toFile().list()).containsExactly("mock.pem");
    }
}
