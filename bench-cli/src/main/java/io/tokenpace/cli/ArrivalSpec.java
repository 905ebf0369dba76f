package io.tokenpace.cli;

import io.tokenpace.bench.schedule.ArrivalProcess;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code constant}, {@code poisson}, {@code gamma:0.5}. */
final class ArrivalSpec implements ITypeConverter<ArrivalProcess> {
    private static final Pattern GAMMA = Pattern.compile("gamma:(\\d{1,9}(?:\\.\\d{1,9})?)");

    @Override
    public ArrivalProcess convert(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        if (name.equals("constant")) {
            return ArrivalProcess.CONSTANT;
        }
        if (name.equals("poisson")) {
            return ArrivalProcess.POISSON;
        }
        Matcher gamma = GAMMA.matcher(name);
        if (!gamma.matches()) {
            throw new TypeConversionException("'" + text
                    + "' must be constant, poisson or gamma:SHAPE with a SHAPE from 0.01 to 10000, as in gamma:0.5");
        }
        try {
            return ArrivalProcess.gamma(Double.parseDouble(gamma.group(1)));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "': " + e.getMessage());
        }
    }
}
