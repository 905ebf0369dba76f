package io.tokenpace.cli;

import io.tokenpace.bench.result.Price;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 3,15} or {@code 3,15,0.3,3.75}: input, output, cached read and cache write in USD per million tokens. */
final class PriceSpec implements ITypeConverter<Price> {
    private static final int WITHOUT_CACHE = 2;
    private static final int WITH_CACHE = 4;

    @Override
    public Price convert(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != WITHOUT_CACHE && parts.length != WITH_CACHE) {
            throw refusal(text);
        }
        double[] usd = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            try {
                usd[i] = Double.parseDouble(parts[i].strip());
            } catch (NumberFormatException e) {
                throw refusal(text);
            }
        }
        try {
            return parts.length == WITHOUT_CACHE ? Price.of(usd[0], usd[1]) : new Price(usd[0], usd[2], usd[3], usd[1]);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static TypeConversionException refusal(String text) {
        return new TypeConversionException("'" + text
                + "' must be IN,OUT or IN,OUT,CACHED,WRITE in USD per million tokens, as in 3,15 or 3,15,0.3,3.75");
    }
}
