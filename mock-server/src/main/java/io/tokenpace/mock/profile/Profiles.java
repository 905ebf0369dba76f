package io.tokenpace.mock.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Finds profiles: the built-in ones by name, others by the path of their file. */
public final class Profiles {
    private static final List<String> BUILT_IN = List.of("instant", "metronome", "lesson", "sonnet", "public-api");

    private Profiles() {}

    /** The names of the built-in profiles. */
    public static List<String> names() {
        return BUILT_IN;
    }

    /**
     * Loads the built-in profile of this name, else the file at this path.
     *
     * @throws IllegalArgumentException in one line, if there is no such profile or its file breaks a rule
     */
    public static Profile load(String nameOrPath) {
        byte[] text = bytes(nameOrPath);
        Path folder = BUILT_IN.contains(nameOrPath)
                ? Path.of("")
                : Path.of(nameOrPath).resolveSibling("");
        return ProfileReader.read(nameOrPath, text, folder);
    }

    /**
     * Returns the text of what {@link #load} would read.
     *
     * @throws IllegalArgumentException in one line, if there is no such profile
     */
    public static String text(String nameOrPath) {
        return new String(bytes(nameOrPath), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String nameOrPath) {
        if (BUILT_IN.contains(nameOrPath)) {
            return builtIn(nameOrPath);
        }
        if (!isFile(nameOrPath)) {
            throw new IllegalArgumentException("profile (" + nameOrPath + ") must be one of "
                    + String.join(", ", BUILT_IN) + ", or the path of a file");
        }
        try {
            return Files.readAllBytes(Path.of(nameOrPath));
        } catch (IOException e) {
            throw new IllegalArgumentException("profile (" + nameOrPath + ") must be a readable file: " + e, e);
        }
    }

    private static boolean isFile(String path) {
        try {
            return Files.isRegularFile(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static byte[] builtIn(String name) {
        try (InputStream in = Profiles.class.getResourceAsStream(name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the built-in profile " + name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("the built-in profile " + name + " cannot be read", e);
        }
    }
}
