package io.tokenpace.bench.folder;

import io.tokenpace.bench.result.CalibrationMachine;
import io.tokenpace.bench.result.CalibrationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** A file that holds a calibration, where later runs find it. */
public final class CalibrationFile {
    private final Path path;

    public CalibrationFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    public Path path() {
        return path;
    }

    /** Writes it, replacing what was there in one step. */
    public void write(CalibrationResult calibration) throws IOException {
        Files.createDirectories(path.getParent());
        AtomicFile.write(path, Json.page(calibration));
    }

    /** Returns the calibration if it is of this machine; nothing where it is of another one, or cannot be read. */
    public Optional<CalibrationResult> readFor(CalibrationMachine machine) {
        try {
            return Files.isReadable(path)
                    ? Optional.ofNullable(Json.read(Files.readAllBytes(path), CalibrationResult.class))
                            .filter(read -> CalibrationResult.SCHEMA.equals(read.schema()))
                            .filter(read -> machine.equals(read.machine()))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }
}
