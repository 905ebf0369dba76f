package io.tokenpace.bench.measure;

import io.tokenpace.bench.result.ClientHealth;
import io.tokenpace.bench.result.MachineHealth;
import java.util.Locale;

/**
 * Why the client was late, and what to do about it. What the system itself accounts for comes first: pauses of the
 * collector, processor time withheld, and waiting for a processor. Of the rest a thread that does nothing but sleep tells
 * the kinds apart: where it was as late, something stopped all threads alike, and otherwise the client had more to do than
 * it could.
 */
final class LagCause {
    /** One cause is taken for the whole lag where it explains at least this much of it. */
    private static final double MOST_OF_IT = 0.5;

    /** The share of the window that threads which stamp, all together, wait for a processor even on a quiet machine. */
    private static final double ORDINARY_WAIT = 0.05;

    private static final double FULL = 0.9;
    private static final double LITTLE_WITHHELD = 0.01;

    private final ClientHealth client;
    private final MachineHealth machine;
    private final double hiccupMs;

    private LagCause(ClientHealth client, double hiccupMs) {
        this.client = client;
        this.machine = client.machine();
        this.hiccupMs = hiccupMs;
    }

    /**
     * Returns the cause of a lag that lies above its bound.
     *
     * @param hiccupMs the sleeper's, at the same quantile
     */
    static String of(ClientHealth client, double lagMs, double boundMs, double hiccupMs) {
        LagCause cause = new LagCause(client, hiccupMs);
        if (client.machine().gcLongestMs() >= MOST_OF_IT * lagMs) {
            return cause.collector();
        }
        if (client.cpuWithheld() > LITTLE_WITHHELD) {
            return cause.withheld();
        }
        boolean judged = client.windowS() >= Validity.SHORTEST_JUDGED_WINDOW_S;
        if (judged && client.machine().waitedS() > ORDINARY_WAIT * client.windowS()) {
            return cause.crowded();
        }
        return hiccupMs > Math.min(boundMs, MOST_OF_IT * lagMs) ? cause.standstill() : cause.overload();
    }

    private String collector() {
        return text(
                "the garbage collector stopped the client for up to %.0f ms, %.0f ms in all; give it a larger heap:"
                        + " JAVA_TOOL_OPTIONS=-Xmx…",
                machine.gcLongestMs(), client.gcPausesMs());
    }

    private String withheld() {
        return noisy(
                "%.2f s of processor time were withheld; raise the CPU quota, or use a machine of its own",
                client.cpuWithheld() * client.windowS());
    }

    private String crowded() {
        if (client.cpuCores() >= FULL * machine.usableCores()) {
            return overload();
        }
        return noisy(
                "the client's threads waited %.2f s for a processor while %.1f of %d were busy, with %.1f of them by this"
                        + " process; stop what else runs here, or use a quieter machine",
                machine.waitedS(), machine.busyCores(), machine.cores(), client.cpuCores());
    }

    private String standstill() {
        return noisy(
                "a mere sleeper woke %.1f ms late as well, so all threads stood still together, as by a stop signal, a"
                        + " suspended machine or a burst of other work; leave it running, or use a quieter machine",
                hiccupMs);
    }

    private String noisy(String format, Object... numbers) {
        return "machine too noisy: " + text(format, numbers);
    }

    private String overload() {
        return text(
                "client overloaded, it used %.1f of %d cores; lower the load, or give it more cores",
                client.cpuCores(), machine.usableCores());
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
