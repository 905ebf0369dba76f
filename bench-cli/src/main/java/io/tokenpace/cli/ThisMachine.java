package io.tokenpace.cli;

import io.tokenpace.bench.folder.CalibrationFile;
import io.tokenpace.bench.result.CalibrationMachine;
import io.tokenpace.bench.result.CalibrationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The machine that this process runs on, and what is known of the tool's error there. */
final class ThisMachine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final String MODEL = "model name";

    private ThisMachine() {}

    static CalibrationMachine machine() {
        return new CalibrationMachine(
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.version().toString());
    }

    /** Returns the model of its processors, or else their kind. */
    static String processor() {
        return model(lines(PROCESSORS)).orElse(System.getProperty("os.arch"));
    }

    /** Returns its calibration, if it has one. */
    static Optional<CalibrationResult> calibration() {
        return calibrationFile().readFor(machine());
    }

    /** Returns the file in which a user's last calibration is kept. */
    static CalibrationFile calibrationFile() {
        return new CalibrationFile(calibrationPath(System.getenv(), System.getProperty("user.home")));
    }

    /** As the XDG base directories have it: a path that is not absolute counts as none. */
    static Path calibrationPath(Map<String, String> environment, String home) {
        Path caches = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
        return (caches.isAbsolute() ? caches : Path.of(home, ".cache")).resolve("tokenpace/calibration.json");
    }

    static Optional<String> model(List<String> cpuinfo) {
        return cpuinfo.stream()
                .filter(line -> line.startsWith(MODEL))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
