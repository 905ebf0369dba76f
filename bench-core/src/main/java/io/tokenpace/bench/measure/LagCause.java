package io.tokenpace.bench.measure;

import io.tokenpace.bench.result.ClientHealth;
import io.tokenpace.bench.result.MachineHealth;
import java.util.Locale;

/**
 * Why the client was late, and what to do about it. A thread that does nothing but sleep tells the two kinds apart: where
 * it was as late, something stopped all threads alike, and otherwise the client had more to do than it could.
 */
final class LagCause {
    /** One cause is taken for the whole lag where it explains at least this much of it. */
    private static final double MOST_OF_IT = 0.5;

    private static final double FULL = 0.9;
    private static final double LITTLE_WITHHELD = 0.01;
    private static final double MILLIS = 1_000;
    private static final double PERCENT = 100;

    private final ClientHealth client;
    private final MachineHealth machine;
    private final double lagMs;
    private final double hiccupMs;

    private LagCause(ClientHealth client, double lagMs, double hiccupMs) {
        this.client = client;
        this.machine = client.machine();
        this.lagMs = lagMs;
        this.hiccupMs = hiccupMs;
    }

    /**
     * Returns the cause of a lag that lies above its bound.
     *
     * @param hiccupMs the sleeper's, at the same quantile
     */
    static String of(ClientHealth client, double lagMs, double boundMs, double hiccupMs) {
        LagCause cause = new LagCause(client, lagMs, hiccupMs);
        if (client.machine().gcLongestMs() >= MOST_OF_IT * lagMs) {
            return cause.collector();
        }
        return hiccupMs > boundMs ? cause.machine() : cause.client();
    }

    private String collector() {
        return text(
                "the garbage collector stopped the client for up to %.0f ms, %.0f ms in all; give it a larger heap:"
                        + " JAVA_TOOL_OPTIONS=-Xmx…",
                machine.gcLongestMs(), client.gcPausesMs());
    }

    private String machine() {
        if (client.cpuWithheld() > LITTLE_WITHHELD) {
            return noisy(
                    "processor time was withheld for %.1f %% of the window; raise the CPU quota, or use a machine of its own",
                    client.cpuWithheld() * PERCENT);
        }
        if (client.cpuCores() >= FULL * machine.cores()) {
            return client();
        }
        if (machine.waitedS() * MILLIS >= MOST_OF_IT * lagMs) {
            return noisy(
                    "its threads waited %.2f s for a processor, of which this process used %.1f and everything together"
                            + " %.1f of %d; stop what else runs here, or use a quieter machine",
                    machine.waitedS(), client.cpuCores(), machine.busyCores(), machine.cores());
        }
        return noisy(
                "nothing else used the processors meanwhile, so the whole process stood still, as by a stop signal or a"
                        + " suspended machine; leave it running, or use a quieter machine");
    }

    private String noisy(String format, Object... numbers) {
        return text("machine too noisy, a mere sleeper woke %.1f ms late: ", hiccupMs) + text(format, numbers);
    }

    private String client() {
        return text(
                "client overloaded, it used %.1f of %d cores; lower the load, or give it more cores",
                client.cpuCores(), machine.cores());
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
