package io.tokenpace.bench.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Whom to believe that they are the service.
 *
 * @param authorities those who sign for services, in the place of the system's; the system's if there are none
 * @param verified whether to believe only these, and only the right name; else anybody
 */
public record TlsSettings(List<X509Certificate> authorities, boolean verified) {
    /** Those whom this Java trusts. */
    public static final TlsSettings SYSTEM = new TlsSettings(List.of(), true);
    /** Anybody. */
    public static final TlsSettings UNVERIFIED = new TlsSettings(List.of(), false);

    public TlsSettings {
        authorities = List.copyOf(authorities);
    }

    /**
     * Trusts the certificates of a PEM file, and nobody else.
     *
     * @throws IllegalArgumentException in one line, if it cannot be read or holds none
     */
    public static TlsSettings trusting(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            List<X509Certificate> authorities =
                    CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (authorities.isEmpty()) {
                throw new IllegalArgumentException("ca (" + file + ") must hold at least one certificate in PEM");
            }
            return new TlsSettings(authorities, true);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("ca (" + file + ") must hold certificates in PEM", e);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("ca (" + file + ") does not exist", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("ca (" + file + ") must be a readable file", e);
        }
    }
}
