package io.tokenpace.bench.result;

import java.util.List;
import java.util.Optional;

/**
 * The whole of {@code calibration.json}: how wrong the tool is on one machine, load by load.
 *
 * @param state {@code complete} or {@code interrupted}
 * @param version of Tokenpace
 * @param measuredUtc when it began
 * @param paceMs from one token of a stream to the next
 * @param answerTokens of each answer
 * @param measuredS how long each load was measured
 * @param hiccupFloor how late a mere sleeper wakes on the idle machine
 * @param steps in the order of their loads
 */
public record CalibrationResult(
        String schema,
        String state,
        String version,
        String measuredUtc,
        CalibrationMachine machine,
        double paceMs,
        int answerTokens,
        double measuredS,
        HiccupFloor hiccupFloor,
        List<CalibrationStep> steps) {
    /** The version of this form; a renamed or removed key raises it. */
    public static final String SCHEMA = "tokenpace.calibration/1";

    public CalibrationResult {
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).streams() <= steps.get(i - 1).streams()) {
                throw new IllegalArgumentException("streams (" + steps.get(i).streams() + ") must be more than those of"
                        + " the step before (" + steps.get(i - 1).streams() + ")");
            }
        }
    }

    /** The sleeper before the first load and after the last, in milliseconds. */
    public record HiccupFloor(Tail before, Tail after) {}

    /** Returns the highest load up to which every one was held; nothing where the first one was not. */
    public Optional<CalibrationStep> highestHeld() {
        Optional<CalibrationStep> highest = Optional.empty();
        for (CalibrationStep step : steps) {
            if (!step.held()) {
                break;
            }
            highest = Optional.of(step);
        }
        return highest;
    }

    /**
     * Returns the error at a load: that of the lowest step which has as many streams and as many events a second. There
     * is none beyond the highest load that was held.
     *
     * @param inFlight requests in flight on average
     * @param tokensPerS that arrived, each of which may have been an event
     */
    public Optional<CalibrationQuote> at(double inFlight, double tokensPerS) {
        int highest = highestHeld().map(CalibrationStep::streams).orElse(0);
        return steps.stream()
                .filter(step -> step.streams() <= highest)
                .filter(step -> step.streams() >= inFlight && step.eventsPerS() >= tokensPerS)
                .flatMap(step -> step.quote(measuredUtc).stream())
                .findFirst();
    }
}
