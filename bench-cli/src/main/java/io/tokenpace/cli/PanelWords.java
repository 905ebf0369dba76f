package io.tokenpace.cli;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.result.Percentile;
import io.tokenpace.bench.run.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The words and figures in which a run under way is told, in a panel as in a line. */
final class PanelWords {
    private static final double LARGE = 1_000;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final Comparator<Map.Entry<ErrorKind, Long>> MOST_FIRST =
            Map.Entry.<ErrorKind, Long>comparingByValue().reversed();

    private PanelWords() {}

    /** Returns what goes on. */
    static String phase(PanelState state) {
        return switch (state.now().phase()) {
            case WARM_UP -> "warm-up";
            case MEASURING -> "measuring";
            case DRAINING -> "draining";
        };
    }

    /** Returns how long it has gone on, and how long it will. */
    static List<String> times(PanelState state) {
        List<String> times = new ArrayList<>();
        switch (state.now().phase()) {
            case WARM_UP -> {
                times.add(span(state.elapsedS()));
                end(state).forEach(end -> times.add("then " + end));
            }
            case MEASURING -> {
                state.wholeS()
                        .ifPresentOrElse(
                                whole -> times.add(span(state.measuredS()) + " of " + span(whole)),
                                () -> times.add(span(state.measuredS())));
                left(state).forEach(times::add);
                times.add(span(state.elapsedS()) + " since the start");
            }
            case DRAINING -> {
                times.add(span(state.elapsedS()));
                times.add(count(state.now().second().inFlight()) + " answers to come");
            }
        }
        return times;
    }

    private static List<String> end(PanelState state) {
        List<String> ends = new ArrayList<>();
        state.extent().duration().ifPresent(time -> ends.add(span(seconds(time))));
        state.requests().ifPresent(number -> ends.add(count(number) + " requests"));
        return ends.isEmpty() ? ends : List.of(String.join(" or ", ends));
    }

    private static List<String> left(PanelState state) {
        List<String> left = new ArrayList<>();
        double byClock = state.leftS().orElse(Double.MAX_VALUE);
        double byPace = state.leftByPaceS().orElse(Double.MAX_VALUE);
        if (byClock <= byPace && state.leftS().isPresent()) {
            left.add(span(byClock) + " left");
        } else if (state.leftByPaceS().isPresent()) {
            left.add("about " + span(byPace) + " left");
        }
        state.requests()
                .ifPresent(number ->
                        left.add(count(state.now().soFar().sent()) + " of " + count(number) + " requests sent"));
        return left;
    }

    /** Returns what became of the measured requests. */
    static List<String> requests(PanelState state) {
        return List.of(
                count(state.now().soFar().succeeded()) + " done",
                count(state.now().second().inFlight()) + " in flight",
                count(state.now().soFar().failed()) + " failed");
    }

    static List<String> ttft(PanelState state) {
        Standing.Recent ttft = state.now().ttft();
        return List.of(
                "p50 " + milliseconds(ttft.p50()),
                "p99 " + doubt(ttft) + milliseconds(ttft.p99()),
                "max " + milliseconds(ttft.max()));
    }

    /** As in every table here: too few values for an interval are marked. */
    private static String doubt(Standing.Recent recent) {
        boolean doubtful = recent.p99().isPresent() && !Percentile.named("p99").isFirmFrom(recent.count());
        return doubtful ? "~" : "";
    }

    static List<String> decode(PanelState state) {
        return List.of(
                "p50 " + figure(state.now().decodeRate().p50()) + " tokens/s each",
                figure(state.now().tokensPerS()) + " tokens/s in all");
    }

    /** Returns how many requests failed, and of what, the most frequent first; nothing where none did. */
    static List<String> errors(PanelState state) {
        Map<ErrorKind, Long> failures = state.now().failures();
        if (failures.isEmpty()) {
            return List.of();
        }
        List<String> errors = new ArrayList<>();
        failures.entrySet().stream()
                .sorted(MOST_FIRST)
                .forEach(kind ->
                        errors.add(count(kind.getValue()) + " " + kind.getKey().label()));
        return errors;
    }

    static String milliseconds(OptionalDouble value) {
        return value.isPresent() ? figure(value) + " ms" : "-";
    }

    static String figure(OptionalDouble value) {
        if (value.isEmpty()) {
            return "-";
        }
        return String.format(Locale.ROOT, value.getAsDouble() < LARGE ? "%.1f" : "%,.0f", value.getAsDouble());
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    /** Returns a time in whole seconds, as in {@code 45s} and {@code 1h02m03s}. */
    static String span(double seconds) {
        long whole = Math.round(seconds);
        long minutes = whole / SECONDS_PER_MINUTE;
        if (minutes == 0) {
            return whole + "s";
        }
        long hours = minutes / SECONDS_PER_MINUTE;
        String below = String.format(Locale.ROOT, "%02ds", whole % SECONDS_PER_MINUTE);
        return hours == 0
                ? minutes + "m" + below
                : String.format(Locale.ROOT, "%dh%02dm%s", hours, minutes % SECONDS_PER_MINUTE, below);
    }
}
