package io.tokenpace.mock.profile;

import io.tokenpace.mock.draw.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a distribution taken from measurements: {@code {values: [30ms, 45ms], weights: [2, 1]}},
 * {@code {quantiles: {0: 10ms, 0.5: 80ms, 1: 2s}}}, or {@code {file: gaps.txt}}.
 *
 * <p>A file holds one value in a line, with its weight behind it if there are weights; blank lines and what follows a
 * {@code #} are skipped.
 */
final class EmpiricalReader {
    private static final String RULE = "must have exactly one of values, quantiles and file";

    private EmpiricalReader() {}

    static Distribution read(Fields fields, Unit unit, Path folder) {
        List<String> present =
                Stream.of("values", "quantiles", "file").filter(fields::has).toList();
        if (present.size() != 1) {
            throw new IllegalArgumentException(RULE);
        }
        return switch (present.get(0)) {
            case "values" -> values(fields, unit);
            case "quantiles" -> quantiles(fields.child("quantiles"), unit);
            case "file" -> file(folder, fields.text("file", ""), unit);
            default -> throw new IllegalArgumentException(RULE);
        };
    }

    private static Distribution values(Fields fields, Unit unit) {
        List<Double> values = fields.list("values", unit);
        List<Double> weights = fields.has("weights") ? fields.list("weights", Unit.NUMBER) : evenly(values);
        return Distribution.empirical(values, weights);
    }

    private static Distribution quantiles(Fields fields, Unit unit) {
        List<Double> probabilities = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (String key : fields.keys()) {
            values.add(fields.parameter(key, unit));
            probabilities.add(probability(fields.path(), key));
        }
        return Distribution.quantiles(probabilities, values);
    }

    private static double probability(String path, String key) {
        try {
            return Unit.NUMBER.parse(key);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + "." + key + " " + e.getMessage(), e);
        }
    }

    private static Distribution file(Path folder, String name, Unit unit) {
        List<Double> values = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        List<String> lines = lines(folder, name);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (!line.isEmpty()) {
                try {
                    String[] words = line.split("\\s+", 2);
                    values.add(unit.parse(words[0]));
                    weights.add(words.length == 1 ? 1.0 : Unit.NUMBER.parse(words[1]));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            "file (" + name + "), line " + (i + 1) + " (" + line + "): " + e.getMessage(), e);
                }
            }
        }
        return Distribution.empirical(values, weights);
    }

    private static List<String> lines(Path folder, String name) {
        try {
            return Files.readAllLines(folder.resolve(name));
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException(
                    "file (" + name + ") must be a readable text file beside the profile: " + e, e);
        }
    }

    private static List<Double> evenly(List<Double> values) {
        return values.stream().map(value -> 1.0).toList();
    }
}
