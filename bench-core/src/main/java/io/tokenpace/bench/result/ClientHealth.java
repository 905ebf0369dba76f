package io.tokenpace.bench.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the client itself fared in the window, which decides whether its figures may be believed.
 *
 * @param loops event loops that carried the load
 * @param windowS the window's length in seconds
 * @param sendLag how late requests were taken up
 * @param loopLag how late the event loops woke for a timer
 * @param loopLags the same of each loop
 * @param hiccup how late a thread that does nothing but sleep woke: the machine's own noise
 * @param cpuCores processor time of this process, in cores
 * @param cpuWithheld the share of the window in which processor time was throttled or stolen
 * @param gcPausesMs time the garbage collector stopped the process
 * @param inFlightS ∫ in-flight requests dt by the connections' book
 * @param overlapS the same by the requests' stamps
 * @param concurrencyHeld requests in flight on average; empty in an open loop
 * @param arrivalsOnTime the share of planned arrivals that were taken up in the window; empty in a closed loop
 * @param emptyQueues how often a loop found no prepared request
 * @param staleConnections how often the service had closed an idle connection
 * @param overflows values beyond what a histogram holds
 * @param machine what the client had of its machine
 * @param mock the embedded mock's own truth
 * @param calibration the tool's own error at this load, where it was calibrated
 */
public record ClientHealth(
        int loops,
        double windowS,
        Tail sendLag,
        Tail loopLag,
        List<Tail> loopLags,
        Tail hiccup,
        double cpuCores,
        double cpuWithheld,
        double gcPausesMs,
        double inFlightS,
        double overlapS,
        OptionalDouble concurrencyHeld,
        OptionalDouble arrivalsOnTime,
        long emptyQueues,
        long staleConnections,
        long overflows,
        MachineHealth machine,
        Optional<MockHealth> mock,
        Optional<CalibrationQuote> calibration) {
    public ClientHealth {
        loopLags = List.copyOf(loopLags);
    }

    /** Returns the same over a window of another length. */
    public ClientHealth over(double seconds) {
        return new ClientHealth(
                loops,
                seconds,
                sendLag,
                loopLag,
                loopLags,
                hiccup,
                cpuCores,
                cpuWithheld,
                gcPausesMs,
                inFlightS,
                overlapS,
                concurrencyHeld,
                arrivalsOnTime,
                emptyQueues,
                staleConnections,
                overflows,
                machine,
                mock,
                calibration);
    }

    /**
     * What the embedded mock says of itself.
     *
     * @param lateness how late it wrote what was due
     * @param inFlightS ∫ in-flight requests dt by its own book
     */
    public record MockHealth(Tail lateness, double inFlightS) {}
}
