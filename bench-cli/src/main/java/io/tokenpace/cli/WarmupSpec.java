package io.tokenpace.cli;

import io.tokenpace.bench.schedule.Extent;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a warm-up: {@code 10s} is a time, {@code 100} a number of requests. */
final class WarmupSpec implements ITypeConverter<Extent> {
    @Override
    public Extent convert(String text) {
        if (text.matches("\\d{1,9}")) {
            return Extent.ofRequests(Long.parseLong(text));
        }
        try {
            return Extent.ofDuration(new Durations().convert(text));
        } catch (TypeConversionException e) {
            throw new TypeConversionException(
                    "'" + text + "' must be a time, as in 5s, or a number of requests, as in 100");
        }
    }
}
