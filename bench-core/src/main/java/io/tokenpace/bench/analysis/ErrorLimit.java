package io.tokenpace.bench.analysis;

import io.tokenpace.bench.result.SloResult;
import io.tokenpace.bench.result.Totals;

/** The objective every run has: that fewer than 5 % of its requests fail. */
public final class ErrorLimit {
    private static final double LIMIT = 0.05;

    private ErrorLimit() {}

    /** Judges the observed share of failures. */
    public static SloResult judge(Totals totals) {
        double share = totals.errorShare();
        return new SloResult("errors<5%", share, share < LIMIT ? SloResult.Status.HELD : SloResult.Status.MISSED);
    }
}
