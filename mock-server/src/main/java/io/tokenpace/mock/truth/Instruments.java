package io.tokenpace.mock.truth;

import java.util.Optional;

/**
 * Everything a server records about itself.
 *
 * @param hiccups the meter of the machine's own lateness, if it runs
 */
public record Instruments(
        TruthStore store,
        Lateness lateness,
        InFlight inFlight,
        Identity identity,
        ServiceMetrics metrics,
        FaultCounts faults,
        Optional<Hiccups> hiccups) {
    /** Those of a server without a name, or a meter of hiccups. */
    public Instruments(TruthStore store, Lateness lateness, InFlight inFlight) {
        this(store, lateness, inFlight, Identity.unnamed(), Optional.empty());
    }

    /** Fresh counts for this server. */
    public Instruments(
            TruthStore store, Lateness lateness, InFlight inFlight, Identity identity, Optional<Hiccups> hiccups) {
        this(store, lateness, inFlight, identity, new ServiceMetrics(), new FaultCounts(), hiccups);
    }
}
