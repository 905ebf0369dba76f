package io.tokenpace.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of environment variables, as in {@code OPENAI_API_KEY=…}: one a line, {@code export} before it or not, in
 * quotes or not; {@code #} begins a comment. What it says is never repeated.
 */
final class EnvFile {
    private static final Pattern ASSIGNMENT = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");
    private static final Pattern DOUBLE_QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(?:#.*)?");
    private static final Pattern SINGLE_QUOTED = Pattern.compile("'([^']*)'\\s*(?:#.*)?");
    private static final Pattern PLAIN = Pattern.compile("([^\\s#'\"]*)(?:\\s+#.*|\\s*)");

    private EnvFile() {}

    /** @throws IllegalArgumentException if the file cannot be read, or a line is no assignment */
    static Map<String, String> read(Path file) {
        Map<String, String> variables = new LinkedHashMap<>();
        int number = 0;
        for (String line : content(file).split("\\R", -1)) {
            number++;
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                assign(text, file + ":" + number, variables);
            }
        }
        return variables;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException("--env-file (" + file + ") must be UTF-8 text", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("--env-file (" + file + ") cannot be read: " + Wording.of(e), e);
        }
    }

    private static void assign(String line, String place, Map<String, String> variables) {
        Matcher assignment = ASSIGNMENT.matcher(line);
        if (!assignment.matches()) {
            throw new IllegalArgumentException("--env-file: " + place + " must be NAME=VALUE");
        }
        variables.put(assignment.group(1), value(assignment.group(2).strip(), place));
    }

    private static String value(String text, String place) {
        Matcher quoted = DOUBLE_QUOTED.matcher(text);
        if (quoted.matches()) {
            return quoted.group(1).replaceAll("\\\\(.)", "$1");
        }
        for (Pattern form : new Pattern[] {SINGLE_QUOTED, PLAIN}) {
            Matcher matcher = form.matcher(text);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        throw new IllegalArgumentException(
                "--env-file: " + place + " must have its value in quotes, or without spaces");
    }
}
