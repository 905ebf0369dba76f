package io.tokenpace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A size, or a list of sizes, in tokens.
 *
 * @param tokens at least one, in the order given
 */
record Sizes(List<Integer> tokens) {
    private static final int LARGEST = 10_000_000;

    Sizes {
        tokens = List.copyOf(tokens);
    }

    @Override
    public String toString() {
        return tokens.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Reads {@code 512} or {@code 128,1024,8192}. */
    static final class Converter implements ITypeConverter<Sizes> {
        @Override
        public Sizes convert(String text) {
            List<Integer> tokens = new ArrayList<>();
            for (String part : text.split(",", -1)) {
                tokens.add(size(part.strip(), text));
            }
            if (tokens.stream().distinct().count() < tokens.size()) {
                throw new TypeConversionException("'" + text + "' must not name a size twice");
            }
            return new Sizes(tokens);
        }

        private static int size(String part, String text) {
            try {
                int size = Integer.parseInt(part);
                if (size >= 1 && size <= LARGEST) {
                    return size;
                }
            } catch (NumberFormatException e) {
                // Said below, in the words for every other bad size.
            }
            throw new TypeConversionException(
                    "'" + text + "' must be a number of tokens from 1 to 10000000, or a list of them, as in 128,1024");
        }
    }
}
