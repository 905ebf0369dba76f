package io.tokenpace.cli;

import io.tokenpace.bench.schedule.StopRule;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many errors a run may have: {@code 50} is a number, {@code 5%} a share. */
final class ErrorLimitSpec implements ITypeConverter<StopRule> {
    @Override
    public StopRule convert(String text) {
        try {
            if (text.matches("\\d{1,18}")) {
                return StopRule.errors(Long.parseLong(text));
            }
            if (text.matches("\\d{1,3}(\\.\\d{1,9})?%")) {
                return StopRule.errorShare(Double.parseDouble(text.substring(0, text.length() - 1)));
            }
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
        throw new TypeConversionException("'" + text + "' must be a number, as in 50, or a share, as in 5%");
    }
}
