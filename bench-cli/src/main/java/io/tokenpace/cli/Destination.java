package io.tokenpace.cli;

import io.tokenpace.bench.folder.SavedRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where {@code bench report} puts what it makes. */
@FunctionalInterface
interface Destination {
    String STDOUT = "-";

    /** Returns the file that a document goes to; nothing where it is printed. */
    Optional<Path> of(Document document);

    /**
     * Returns the place that was asked for.
     *
     * @throws IllegalArgumentException if it does not hold what there is to write
     */
    static Destination parse(Optional<String> out, List<SavedRun> runs, List<Document> documents) {
        if (out.isEmpty()) {
            return besideRuns(documents);
        }
        if (out.get().equals(STDOUT)) {
            return stdout(documents);
        }
        Path path = Path.of(out.get());
        return isFile(out.get(), path, documents) ? file(path, documents) : folder(path, runs);
    }

    private static Destination besideRuns(List<Document> documents) {
        documents.stream()
                .filter(document -> document.run().isEmpty())
                .findFirst()
                .ifPresent(page -> {
                    throw new IllegalArgumentException(
                            page.name() + " is about several runs and belongs to none of their folders; give --out");
                });
        return document -> document.format().isPrinted()
                ? Optional.empty()
                : Optional.of(document.run().orElseThrow().folder().resolve(document.name()));
    }

    /** One after the other, but never several files of one format: nobody could tell them apart again. */
    private static Destination stdout(List<Document> documents) {
        Set<List<Object>> seen = new HashSet<>();
        for (Document document : documents) {
            if (!seen.add(List.of(document.format(), document.run()))) {
                throw new IllegalArgumentException("--out (-) takes one file of a format, and "
                        + document.format().label() + " makes several of a run; give a folder"
                        + (document.format().takesMetrics() ? ", or one --metric" : ""));
            }
        }
        return document -> Optional.empty();
    }

    /** What is there already says what it is; else an ending that fits is a file's. */
    private static boolean isFile(String typed, Path path, List<Document> documents) {
        if (Files.exists(path)) {
            return !Files.isDirectory(path);
        }
        return !typed.endsWith("/") && documents.stream().anyMatch(document -> typed.endsWith(ending(document.name())));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.'));
    }

    private static Destination file(Path path, List<Document> documents) {
        if (documents.size() != 1) {
            throw new IllegalArgumentException(
                    "--out (" + path + ") is one file, and there are " + documents.size() + " to write; give a folder");
        }
        return document -> Optional.of(path);
    }

    private static Destination folder(Path path, List<SavedRun> runs) {
        Set<String> names = new HashSet<>();
        for (SavedRun run : runs) {
            if (!names.add(nameOf(run))) {
                throw new IllegalArgumentException(
                        "run (" + run.folder() + ") must have a folder named unlike those before it");
            }
        }
        return document -> Optional.of(document.run()
                .filter(run -> runs.size() > 1)
                .map(run -> path.resolve(nameOf(run)))
                .orElse(path)
                .resolve(document.name()));
    }

    private static String nameOf(SavedRun run) {
        return run.folder().toAbsolutePath().normalize().getFileName().toString();
    }
}
