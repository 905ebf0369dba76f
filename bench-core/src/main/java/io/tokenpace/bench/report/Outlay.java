package io.tokenpace.bench.report;

import io.tokenpace.bench.result.Forecast;
import java.util.Optional;

/** What a run is about to use, in a few lines for a person who is to agree to it. */
public final class Outlay {
    private Outlay() {}

    /**
     * Returns the lines.
     *
     * @param target who is to be sent the requests
     * @param bound what the run uses at most whatever happens, and by which option; nothing where there is no bound
     */
    public static String lines(String target, String model, Forecast forecast, Optional<String> bound) {
        StringBuilder text = new StringBuilder("about to send requests to " + target + ", model " + model + "\n");
        text.append("  requests  ").append(ForecastReport.requests(forecast)).append('\n');
        if (forecast.tokens().isPresent()) {
            text.append(ForecastReport.tokens(forecast, forecast.tokens().get()));
            bound.ifPresent(most -> text.append("  bound     ").append(most).append('\n'));
        } else {
            text.append("  expected  unknown: the answers decide how many requests there are\n  at worst  ")
                    .append(bound.orElse("no bound: give --max-total-tokens or --max-cost"))
                    .append('\n');
        }
        forecast.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
        return text.toString();
    }
}
