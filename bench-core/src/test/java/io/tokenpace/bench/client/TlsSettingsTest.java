package io.tokenpace.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsSettingsTest {
    @TempDir
    private Path temporary;

    @Test
    void shouldTrustEveryCertificateOfTheFile() throws Exception {
        String one = Certificates.authority("One").pem();
        String other = Certificates.authority("Other").pem();
        TlsSettings settings = TlsSettings.trusting(Files.writeString(temporary.resolve("ca.pem"), one + "\n" + other));
        assertThat(settings.verified()).isTrue();
        assertThat(settings.authorities())
                .extracting(certificate -> certificate.getSubjectX500Principal().getName())
                .containsExactly("CN=One", "CN=Other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no certificate",
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"
            })
    void shouldRefuseAFileWithoutCertificates(String content) throws Exception {
        Path file = Files.writeString(temporary.resolve("ca.pem"), content);
        assertThatThrownBy(() -> TlsSettings.trusting(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("ca (" + file + ") must hold");
    }

    @Test
    void shouldRefuseAFileThatIsNotThere() {
        Path file = temporary.resolve("none.pem");
        assertThatThrownBy(() -> TlsSettings.trusting(file)).hasMessage("ca (" + file + ") does not exist");
    }
}
