package io.tokenpace.bench.draw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Values that were measured, one a line, each with a weight behind it or with a weight of 1. Empty lines say nothing, nor
 * does anything behind a {@code #}.
 */
final class EmpiricalFile {
    private static final int MOST_VALUES = 1_000_000;

    private final Path file;
    private final Quantity quantity;
    private final List<Step> steps = new ArrayList<>();
    private int lineNumber;

    private EmpiricalFile(Path file, Quantity quantity) {
        this.file = file;
        this.quantity = quantity;
    }

    static Distribution read(Path file, Quantity quantity) {
        try (Stream<String> lines = Files.lines(file)) {
            EmpiricalFile reader = new EmpiricalFile(file, quantity);
            lines.forEach(reader::add);
            return reader.distribution();
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + ": no such file", e);
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException(file + ": cannot be read as text", e);
        }
    }

    private void add(String line) {
        lineNumber++;
        String said = line.replaceFirst("#.*", "").strip();
        if (said.isEmpty()) {
            return;
        }
        if (steps.size() == MOST_VALUES) {
            throw new IllegalArgumentException(file + ": must hold at most 1000000 values");
        }
        String[] fields = said.split("\\s+", 3);
        if (fields.length > 2) {
            throw refused("'" + said + "' must be a value, or a value and its weight");
        }
        try {
            steps.add(new Step(quantity.value(fields[0]), fields.length == 1 ? 1 : weight(fields[1])));
        } catch (IllegalArgumentException e) {
            throw refused(e.getMessage());
        }
    }

    private static double weight(String text) {
        double weight = text.matches("\\d{1,12}(\\.\\d{1,12})?") ? Double.parseDouble(text) : 0;
        if (!(weight > 0)) {
            throw new IllegalArgumentException("weight '" + text + "' must be a positive number");
        }
        return weight;
    }

    private IllegalArgumentException refused(String why) {
        return new IllegalArgumentException(file + ", line " + lineNumber + ": " + why);
    }

    private Distribution distribution() {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException(file + ": must hold at least one value");
        }
        steps.sort(Comparator.comparingDouble(Step::value));
        return new Staircase(
                steps.stream().mapToDouble(Step::value).toArray(),
                steps.stream().mapToDouble(Step::weight).toArray());
    }

    private record Step(double value, double weight) {}
}
