package io.tokenpace.bench.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is there whole or not at all: what cannot be written to its end leaves the one from before. So a report may
 * also replace a file that it is made from.
 */
public final class WholeFile {
    private WholeFile() {}

    /** Writes a file, or into what is no regular file, as a terminal or a pipe. */
    public static void write(Path file, Content content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            fill(file, content);
            return;
        }
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            fill(temporary, content);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void fill(Path file, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.writeTo(out);
        }
    }

    /** What the file is to hold. */
    @FunctionalInterface
    public interface Content {
        /** Writes it, and leaves the stream open. */
        void writeTo(OutputStream out) throws IOException;
    }
}
