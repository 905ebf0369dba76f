package io.tokenpace.bench.folder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/** Reads a log of one JSON document a line, the first of which only says what it is. */
final class JsonLines {
    private JsonLines() {}

    /** A crash may have torn off half a character: that must not stop the reader before it. */
    private static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    }

    /** Returns what the first line tells. */
    static LogStart start(Path file) throws IOException {
        try (BufferedReader lines = open(file)) {
            String first = lines.readLine();
            LogStart.Header header =
                    Json.read((first == null ? "" : first).getBytes(StandardCharsets.UTF_8), LogStart.Header.class);
            return new LogStart(Instant.parse(header.startUtc()), header.startMonotonicNs());
        } catch (JacksonException e) {
            throw new IOException(file + " has no first line that tells when the run began", e);
        }
    }

    /**
     * Visits every line but the first. One that was torn off by a crash is the last, and is passed over.
     *
     * @throws IOException if a line before the last cannot be read
     */
    static void read(Path file, Consumer<byte[]> visitor) throws IOException {
        try (BufferedReader lines = open(file)) {
            lines.readLine();
            long number = 2;
            for (String line = lines.readLine(); line != null; number++) {
                String next = lines.readLine();
                try {
                    visitor.accept(line.getBytes(StandardCharsets.UTF_8));
                } catch (JacksonException e) {
                    if (next != null) {
                        throw new IOException(file + " cannot be read at line " + number, e);
                    }
                }
                line = next;
            }
        }
    }
}
