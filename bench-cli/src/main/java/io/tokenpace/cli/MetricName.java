package io.tokenpace.cli;

import io.tokenpace.bench.result.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a metric, as it stands in files and tables. */
final class MetricName implements ITypeConverter<Metric> {
    private static final List<String> NAMES =
            Arrays.stream(Metric.values()).map(Metric::label).toList();

    @Override
    public Metric convert(String text) {
        if (!NAMES.contains(text)) {
            throw new TypeConversionException(Spelling.mustBeOneOf(text, NAMES));
        }
        return Metric.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
