package io.tokenpace.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts an error into one line. */
final class Wording {
    private Wording() {}

    static String of(CommandLine.ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return "unknown argument " + unknown(unmatched)
                    + meant(unmatched)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("");
        }
        return oneLine(e.getMessage());
    }

    /** Returns the option, or the command, that was probably meant by the first word that is none. */
    private static Optional<String> meant(UnmatchedArgumentException e) {
        String word = e.getUnmatched().get(0).replaceFirst("=.*", "");
        CommandSpec command = e.getCommandLine().getCommandSpec();
        return Spelling.closest(
                word,
                word.startsWith("-")
                        ? command.optionsMap().keySet()
                        : command.subcommands().keySet());
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
