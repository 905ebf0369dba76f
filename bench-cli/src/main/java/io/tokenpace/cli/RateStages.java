package io.tokenpace.cli;

import io.tokenpace.bench.schedule.RateStage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Rates that follow each other.
 *
 * @param stages at least one, in their order
 * @param text as it was given
 */
record RateStages(List<RateStage> stages, String text) {
    RateStages {
        stages = List.copyOf(stages);
    }

    Duration duration() {
        return stages.stream().map(RateStage::duration).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Reads {@code 10/s:30s,50/s:1m}. */
    static final class Converter implements ITypeConverter<RateStages> {
        private static final Pattern STAGE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)/s:(.+)");

        @Override
        public RateStages convert(String text) {
            List<RateStage> stages = new ArrayList<>();
            for (String part : text.split(",", -1)) {
                stages.add(stage(part.strip(), text));
            }
            return new RateStages(stages, text);
        }

        private static RateStage stage(String part, String text) {
            Matcher parts = STAGE.matcher(part);
            if (!parts.matches()) {
                throw new TypeConversionException(
                        "'" + text + "' must be rates with their durations, as in 10/s:30s,50/s:1m");
            }
            try {
                return new RateStage(Double.parseDouble(parts.group(1)), new Durations().convert(parts.group(2)));
            } catch (TypeConversionException | IllegalArgumentException e) {
                throw new TypeConversionException("'" + text + "': " + e.getMessage());
            }
        }
    }
}
