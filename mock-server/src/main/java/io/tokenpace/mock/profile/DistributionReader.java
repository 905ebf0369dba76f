package io.tokenpace.mock.profile;

import io.tokenpace.mock.draw.Distribution;
import java.nio.file.Path;

/** Reads a distribution, written as its shape and its parameters: {@code {uniform: {min: 30ms, max: 150ms}}}. */
final class DistributionReader {
    private static final String SHAPES = "must be one of uniform, normal, lognormal, exponential, empirical";

    private DistributionReader() {}

    /** Reads from {@code fields}; {@code folder} is where the files of empirical distributions lie. */
    static Distribution read(Fields fields, Unit unit, Path folder) {
        String shape = fields.onlyKey(SHAPES);
        Fields parameters = fields.child(shape);
        Distribution distribution;
        try {
            distribution = switch (shape) {
                case "uniform" ->
                    Distribution.uniform(parameters.parameter("min", unit), parameters.parameter("max", unit));
                case "normal" ->
                    Distribution.normal(parameters.parameter("mean", unit), parameters.parameter("sd", unit));
                case "lognormal" -> Distribution.lognormal(parameters.parameter("median", unit), sigma(parameters));
                case "exponential" -> Distribution.exponential(parameters.parameter("mean", unit));
                case "empirical" -> EmpiricalReader.read(parameters, unit, folder);
                default -> throw new IllegalArgumentException(SHAPES);
            };
        } catch (IllegalArgumentException e) {
            String message = e.getMessage();
            String path = parameters.path();
            throw new IllegalArgumentException(message.startsWith(path) ? message : path + ": " + message, e);
        }
        parameters.rejectOthers();
        return distribution;
    }

    private static double sigma(Fields parameters) {
        boolean hasCv = parameters.has("cv");
        if (hasCv == parameters.has("sigma")) {
            throw new IllegalArgumentException("must have exactly one of sigma and cv");
        }
        return hasCv ? Distribution.lognormalSigma(parameters.number("cv")) : parameters.number("sigma");
    }
}
