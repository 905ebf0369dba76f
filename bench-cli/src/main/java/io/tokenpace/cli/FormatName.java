package io.tokenpace.cli;

import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a format, and lists them for the help. */
final class FormatName implements ITypeConverter<Rendering>, Iterable<String> {
    @Override
    public Rendering convert(String text) {
        try {
            return Rendering.ofLabel(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    @Override
    public Iterator<String> iterator() {
        return Rendering.labels().iterator();
    }
}
