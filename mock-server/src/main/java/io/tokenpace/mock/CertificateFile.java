package io.tokenpace.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file with a certificate, which is there in full or not at all, so that a script can wait for it. */
final class CertificateFile {
    private CertificateFile() {}

    /** Creates or replaces the file. */
    static void write(Path file, String pem) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(part, pem);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw new IOException("TLS certificate (" + file + ") must be writable: " + e, e);
        }
    }
}
