package io.tokenpace.cli;

import io.tokenpace.bench.draw.SizeSpec;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 512}, {@code 128,1024,8192} or a distribution of sizes. */
final class SizeSpecs implements ITypeConverter<SizeSpec> {
    @Override
    public SizeSpec convert(String text) {
        try {
            return SizeSpec.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
