package io.tokenpace.cli;

import io.tokenpace.bench.draw.TimeSpec;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 500ms} or a distribution of times. */
final class TimeSpecs implements ITypeConverter<TimeSpec> {
    @Override
    public TimeSpec convert(String text) {
        try {
            return TimeSpec.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
