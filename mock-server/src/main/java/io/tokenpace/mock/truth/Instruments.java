package io.tokenpace.mock.truth;

/** Everything a server records about itself. */
public record Instruments(TruthStore store, Lateness lateness, InFlight inFlight) {}
