package io.tokenpace.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Finds scenarios: the shipped ones by name, others by the path of their file. */
final class Scenarios implements Iterable<String> {
    private static final List<String> SHIPPED =
            List.of("chat", "rag", "code-completion", "batch-summary", "mlperf-server", "mlperf-interactive");

    /** Names the shipped scenarios, for the help. */
    @Override
    public Iterator<String> iterator() {
        return SHIPPED.iterator();
    }

    /**
     * Returns the YAML of the shipped scenario of this name, else of the file at this path.
     *
     * @throws IllegalArgumentException in one line, if there is neither
     */
    static byte[] yaml(String nameOrPath) {
        if (SHIPPED.contains(nameOrPath)) {
            return shipped(nameOrPath);
        }
        if (!isFile(nameOrPath)) {
            throw new IllegalArgumentException("scenario (" + nameOrPath + ") must be one of "
                    + String.join(", ", SHIPPED) + ", or the path of a file");
        }
        try {
            return Files.readAllBytes(Path.of(nameOrPath));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "scenario (" + nameOrPath + ") must be a readable file: " + Wording.of(e), e);
        }
    }

    private static boolean isFile(String path) {
        try {
            return Files.isRegularFile(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static byte[] shipped(String name) {
        try (InputStream in = Scenarios.class.getResourceAsStream("scenario/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the shipped scenario " + name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("the shipped scenario " + name + " cannot be read", e);
        }
    }
}
