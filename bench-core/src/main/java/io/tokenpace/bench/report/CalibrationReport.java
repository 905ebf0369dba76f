package io.tokenpace.bench.report;

import io.tokenpace.bench.folder.Json;
import io.tokenpace.bench.result.CalibrationMachine;
import io.tokenpace.bench.result.CalibrationResult;
import io.tokenpace.bench.result.CalibrationStep;
import io.tokenpace.bench.result.ErrorTail;
import io.tokenpace.bench.result.Tail;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/** A calibration as a person reads it: what to rely on first, then the errors and what they cost, load by load. */
public final class CalibrationReport {
    private static final double MICROS_PER_MILLI = 1e3;
    private static final double KILOBYTE = 1_000;
    /** What an idle machine stays below; beyond it the neighbours are measured as much as the tool. */
    private static final double QUIET_P99_MS = 1;

    /** Fewer take less than everything else that comes and goes meanwhile. */
    private static final int STREAMS_THAT_SHOW = 100;

    private CalibrationReport() {}

    /** Returns the whole as {@code calibration.json} has it. */
    public static String json(CalibrationResult calibration) {
        return new String(Json.page(calibration), StandardCharsets.UTF_8) + "\n";
    }

    /** Returns the text. */
    public static String table(CalibrationResult calibration) {
        CalibrationMachine machine = calibration.machine();
        StringBuilder text = new StringBuilder(headline(calibration));
        text.append(line(
                "%s, %d cores, %s, Java %s; Tokenpace %s%s",
                machine.cpu(),
                machine.cores(),
                machine.kernel(),
                machine.java(),
                calibration.version(),
                calibration.state().equals("interrupted") ? "; interrupted" : ""));
        text.append(line(
                "streams of %d tokens, one every %s ms and each flushed alone, for %s s a load",
                calibration.answerTokens(), plain(calibration.paceMs()), plain(calibration.measuredS())));
        if (!calibration.steps().isEmpty()) {
            text.append('\n').append(errors(calibration)).append('\n').append(costs(calibration));
        }
        return text.append('\n')
                .append(floor(calibration.hiccupFloor()))
                .append(noise(calibration.hiccupFloor()))
                .append(remarks(calibration))
                .toString();
    }

    private static String headline(CalibrationResult calibration) {
        if (calibration.steps().isEmpty()) {
            return "no load was measured to its end\n";
        }
        return calibration
                .highestHeld()
                .map(step -> line(
                        "on this machine up to %s streams the error of TTFT is %s µs at the median, %s µs at p90",
                        Figures.count(step.streams()),
                        micros(step.ttftError().p50Us()),
                        micros(step.ttftError().p90Us())))
                .orElse("on this machine nothing can be relied on now: not even the lowest load was held\n");
    }

    private static String errors(CalibrationResult calibration) {
        TextTable table = new TextTable()
                .row(
                        "ERRORS, µs",
                        "ttft p50",
                        "p90",
                        "p99",
                        "gap p50",
                        "p90",
                        "p99",
                        "median ±",
                        "tpot p50",
                        "p90",
                        "");
        for (CalibrationStep step : calibration.steps()) {
            ErrorTail gap = step.gapError();
            table.row(
                    streams(step),
                    micros(step.ttftError().p50Us()),
                    micros(step.ttftError().p90Us()),
                    micros(step.ttftError().p99Us()),
                    micros(gap.p50Us()),
                    micros(gap.p90Us()),
                    micros(gap.p99Us()),
                    micros(gap.signedP50Us()),
                    micros(step.tpotError().p50Us()),
                    micros(step.tpotError().p90Us()),
                    step.held() ? "held" : "gave in");
        }
        return table.toString();
    }

    private static String costs(CalibrationResult calibration) {
        TextTable table = new TextTable()
                .row(
                        "COSTS",
                        "events/s",
                        "request p50, µs",
                        "send lag p99, ms",
                        "loop lag p99, ms",
                        "CPU, µs/event",
                        "mock's",
                        "heap, kB/stream",
                        "resident",
                        "mock late p90, µs");
        for (CalibrationStep step : calibration.steps()) {
            table.row(
                    streams(step),
                    Figures.count(Math.round(step.eventsPerS())),
                    micros(step.requestDelay().p50Us()),
                    Figures.of(step.sendLag().p99()),
                    Figures.of(step.loopLag().p99()),
                    micros(step.cpu().clientUs()),
                    micros(step.cpu().mockUs()),
                    memory(step, CalibrationStep.Memory::heapPerStream),
                    memory(step, CalibrationStep.Memory::residentPerStream),
                    micros(step.mockLateness().p90Us()));
        }
        return table.toString();
    }

    private static String floor(CalibrationResult.HiccupFloor floor) {
        return new TextTable()
                .row("HICCUP FLOOR, idle, µs", "p50", "p90", "p99", "max")
                .row(floor("  before", floor.before()))
                .row(floor("  after", floor.after()))
                .toString();
    }

    private static String noise(CalibrationResult.HiccupFloor floor) {
        double worst = Math.max(floor.before().p99(), floor.after().p99());
        return worst <= QUIET_P99_MS
                ? ""
                : line(
                        "note: this machine was not quiet: idle, a mere sleeper woke %s ms late at p99; calibrate again"
                                + " when nothing else runs",
                        Figures.of(worst));
    }

    private static String[] floor(String when, Tail tail) {
        return new String[] {when, tenths(tail.p50()), tenths(tail.p90()), tenths(tail.p99()), tenths(tail.max())};
    }

    private static String tenths(double millis) {
        return Figures.micros(millis * MICROS_PER_MILLI);
    }

    private static String remarks(CalibrationResult calibration) {
        StringBuilder text = new StringBuilder();
        for (CalibrationStep step : calibration.steps()) {
            step.reason().ifPresent(why -> text.append(remark(step, why)));
            if (step.held() && step.mockLate()) {
                text.append(
                        remark(step, "the mock itself wrote late; the client's errors are those against what it did"));
            }
            if (step.unmatched() > 0) {
                text.append(remark(step, Figures.count(step.unmatched()) + " answers have no truth to compare with"));
            }
        }
        return text.toString();
    }

    private static String remark(CalibrationStep step, String text) {
        return "note: " + streams(step).strip() + ": " + text + "\n";
    }

    private static String streams(CalibrationStep step) {
        return "  " + Figures.count(step.streams()) + (step.streams() == 1 ? " stream" : " streams");
    }

    private static String micros(OptionalDouble micros) {
        return micros.isPresent() ? Figures.micros(micros.getAsDouble()) : "–";
    }

    private static String memory(CalibrationStep step, ToLongFunction<CalibrationStep.Memory> bytes) {
        return step.memory()
                .filter(memory -> step.streams() >= STREAMS_THAT_SHOW)
                .map(memory -> String.format(Locale.ROOT, "%,.1f", bytes.applyAsLong(memory) / KILOBYTE))
                .orElse("–");
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }
}
