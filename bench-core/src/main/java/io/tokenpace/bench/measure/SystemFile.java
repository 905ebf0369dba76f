package io.tokenpace.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the files in which Linux tells its counters. */
final class SystemFile {
    private SystemFile() {}

    /** Returns the lines of a file; none where the system has no such file, or it has gone. */
    static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
