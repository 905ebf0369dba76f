package io.tokenpace.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts an error into one line. */
final class Wording {
    private Wording() {}

    static String of(CommandLine.ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            String what = "unknown argument " + unknown(unmatched);
            List<String> suggestions = unmatched.getSuggestions();
            return suggestions.isEmpty() ? what : what + "; did you mean " + String.join(" or ", suggestions) + "?";
        }
        return oneLine(e.getMessage());
    }

    /** Names what looks like an option, and nothing else: the rest of a header typed without quotes may be a key. */
    private static String unknown(UnmatchedArgumentException e) {
        String options = e.getUnmatched().stream()
                .filter(argument -> argument.startsWith("-"))
                .map(argument -> argument.replaceFirst("=.*", ""))
                .collect(Collectors.joining(" "));
        return options.isEmpty() ? "behind the URL; what holds a space must be in quotes" : options;
    }

    static String of(Exception e) {
        if (e instanceof UncheckedIOException unchecked) {
            return of(unchecked.getCause());
        }
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        if (e instanceof NotDirectoryException || e instanceof FileAlreadyExistsException) {
            return e.getMessage() + ": not a folder";
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file";
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : oneLine(message);
    }

    private static String oneLine(String text) {
        return text.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse("");
    }
}
