package io.tokenpace.bench.measure;

import io.tokenpace.bench.result.ClientHealth;
import io.tokenpace.bench.result.ClientHealth.MockHealth;
import io.tokenpace.bench.result.Tail;
import io.tokenpace.bench.result.Totals;
import io.tokenpace.bench.result.Verdict.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The rules under which a run's figures must not be believed. Each broken rule names its number, its bound and what to
 * do.
 */
public final class Validity {
    /** Shares of a shorter window say nothing. */
    static final double SHORTEST_JUDGED_WINDOW_S = 1;

    private static final double LEAST_ARRIVALS_ON_TIME = 0.99;
    private static final double MOST_CPU_WITHHELD = 0.01;
    private static final double LEAST_CONCURRENCY_HELD = 0.98;
    private static final double MOST_BOOK_DIFFERENCE = 0.005;
    private static final double MOST_MOCK_LATENESS_P90_MS = 1;
    private static final double MOST_MOCK_LATENESS_P99_MS = 10;
    /** The client's span holds two trips over loopback and two wake-ups that the mock's does not. */
    private static final double SPAN_DIFFERENCE_S_PER_REQUEST = 0.002;

    private final ClientHealth health;
    private final List<Reason> reasons = new ArrayList<>();

    private Validity(ClientHealth health) {
        this.health = health;
    }

    /**
     * Returns the rules that were broken.
     *
     * @param users asked for, in a closed loop
     * @param medianTtftMs of the whole, or of the smallest cell of a grid; 0 where nothing succeeded
     */
    public static List<Reason> judge(ClientHealth health, Totals totals, OptionalInt users, double medianTtftMs) {
        Validity validity = new Validity(health);
        validity.judgeArrivals();
        validity.judgeLag("send_lag", "requests were taken up", health.sendLag(), medianTtftMs);
        validity.judgeLoops(medianTtftMs);
        validity.judgeQueues();
        validity.judgeBalance(totals);
        if (health.windowS() >= SHORTEST_JUDGED_WINDOW_S) {
            validity.judgeProcessor();
            users.ifPresent(validity::judgeConcurrency);
            validity.judgeBooks();
        }
        health.mock().ifPresent(mock -> validity.judgeMock(mock, totals));
        return List.copyOf(validity.reasons);
    }

    private void judgeArrivals() {
        health.arrivalsOnTime().ifPresent(share -> {
            if (share < LEAST_ARRIVALS_ON_TIME) {
                broken(
                        "arrivals",
                        "only %.1f %% of the planned arrivals were sent in the window (bound 99 %%); lower --rate,"
                                + " or give the client more cores",
                        share * 100);
            }
        });
    }

    /** Each by itself: among many loops, one that is always late would hide in what they show together. */
    private void judgeLoops(double medianTtftMs) {
        List<Tail> loops = health.loopLags();
        int before = reasons.size();
        for (int i = 0; i < loops.size() && reasons.size() == before; i++) {
            String which =
                    loops.size() == 1 ? "the client's event loop" : "event loop " + (i + 1) + " of " + loops.size();
            judgeLag("loop_lag", which + " woke", loops.get(i), medianTtftMs);
        }
    }

    private void judgeLag(String rule, String what, Tail lag, double medianTtftMs) {
        double p90Bound = Math.max(1, 0.01 * medianTtftMs);
        double p99Bound = Math.max(10, 0.05 * medianTtftMs);
        double maxBound = Math.max(50, 0.10 * medianTtftMs);
        if (lag.p90Exceeds(p90Bound)) {
            late(rule, what, "p90", lag.p90(), p90Bound, health.hiccup().p90());
        } else if (lag.p99Exceeds(p99Bound)) {
            late(rule, what, "p99", lag.p99(), p99Bound, health.hiccup().p99());
        } else if (lag.max() > maxBound) {
            late(rule, what, "max", lag.max(), maxBound, health.hiccup().max());
        }
    }

    private void late(String rule, String what, String quantile, double lagMs, double boundMs, double hiccupMs) {
        broken(
                rule,
                "%s %s %.2f ms late (bound %.2f ms): %s",
                what,
                quantile,
                lagMs,
                boundMs,
                LagCause.of(health, lagMs, boundMs, hiccupMs));
    }

    private void judgeQueues() {
        if (health.emptyQueues() > 0) {
            broken(
                    "feeder",
                    "a loop found no prepared request %d times; lower the load or shorten the prompts",
                    health.emptyQueues());
        }
    }

    private void judgeBalance(Totals totals) {
        if (!totals.balance()) {
            broken(
                    "bookkeeping",
                    "%d planned requests, but %d succeeded + %d failed + %d dropped + %d incomplete; please report this",
                    totals.planned(),
                    totals.succeeded(),
                    totals.failed(),
                    totals.dropped(),
                    totals.incomplete());
        }
    }

    private void judgeProcessor() {
        if (health.cpuWithheld() > MOST_CPU_WITHHELD) {
            broken(
                    "cpu",
                    "%.2f s of processor time were throttled or stolen, %.1f %% of the window (bound 1 %%); raise the quota,"
                            + " or use a machine of its own",
                    health.cpuWithheld() * health.windowS(),
                    health.cpuWithheld() * 100);
        }
    }

    private void judgeConcurrency(int users) {
        double held = health.concurrencyHeld().orElse(0);
        if (held < LEAST_CONCURRENCY_HELD * users) {
            broken(
                    "concurrency",
                    "%.1f of %d requests were in flight on average (bound 98 %%); lower --concurrency, or give the"
                            + " client more cores",
                    held,
                    users);
        }
    }

    private void judgeBooks() {
        double difference = Math.abs(health.inFlightS() - health.overlapS());
        if (difference > MOST_BOOK_DIFFERENCE * Math.max(health.inFlightS(), health.overlapS())) {
            broken(
                    "bookkeeping",
                    "connections were busy for %.3f s, requests in flight for %.3f s (bound 0.5 %%); please report this",
                    health.inFlightS(),
                    health.overlapS());
        }
    }

    private void judgeMock(MockHealth mock, Totals totals) {
        Tail lateness = mock.lateness();
        if (lateness.p90Exceeds(MOST_MOCK_LATENESS_P90_MS) || lateness.p99Exceeds(MOST_MOCK_LATENESS_P99_MS)) {
            broken(
                    "mock_lateness",
                    "the embedded mock wrote late: p90 %.2f ms (bound 1 ms), p99 %.2f ms (bound 10 ms); lower the load,"
                            + " or run `bench mock` elsewhere",
                    lateness.p90(),
                    lateness.p99());
        }
        double difference = Math.abs(mock.inFlightS() - health.inFlightS());
        double bound = MOST_BOOK_DIFFERENCE * health.inFlightS() + SPAN_DIFFERENCE_S_PER_REQUEST * totals.sent();
        if (health.windowS() >= SHORTEST_JUDGED_WINDOW_S && difference > bound) {
            broken(
                    "mock_in_flight",
                    "the embedded mock counts %.3f s of requests in flight, the client %.3f s: lower the load, for requests"
                            + " lay between the two; if that does not help, please report this",
                    mock.inFlightS(),
                    health.inFlightS());
        }
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void broken(String rule, String format, Object... numbers) {
        reasons.add(new Reason(rule, String.format(Locale.ROOT, format, numbers)));
    }
}
