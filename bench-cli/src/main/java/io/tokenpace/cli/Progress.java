package io.tokenpace.cli;

import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.result.Totals;
import io.tokenpace.bench.run.RunObserver;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;

/** One line about how the run goes: renewed every second on a terminal, added every five elsewhere. */
final class Progress implements RunObserver {
    private static final int PLAIN_INTERVAL_S = 5;
    private static final String RENEW = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal;

    Progress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void second(Second second, Totals soFar) {
        long elapsed = second.second() + 1;
        if (terminal) {
            err.print(RENEW + line(elapsed, second, soFar));
            err.flush();
        } else if (elapsed % PLAIN_INTERVAL_S == 0) {
            err.println(line(elapsed, second, soFar));
            err.flush();
        }
    }

    /** Clears the line for what comes after it. */
    void end() {
        if (terminal) {
            err.print(RENEW);
            err.flush();
        }
    }

    private static String line(long elapsed, Second second, Totals soFar) {
        return String.format(
                Locale.ROOT,
                "%4d s  %,d done, %,d failed, %,d in flight  ttft p50 %s ms  decode %s tokens/s each",
                elapsed,
                soFar.succeeded(),
                soFar.failed(),
                second.inFlight(),
                rounded(second.ttftP50Ms()),
                rounded(second.decodeRateP50()));
    }

    private static String rounded(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.1f", value.getAsDouble()) : "–";
    }
}
