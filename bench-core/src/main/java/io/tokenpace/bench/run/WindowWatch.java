package io.tokenpace.bench.run;

import io.tokenpace.bench.measure.HealthMeter;
import io.tokenpace.bench.measure.Tails;
import io.tokenpace.bench.measure.Window;
import io.tokenpace.bench.result.ClientHealth.MockHealth;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** Sees the window open and close, and confines to it what is known of the client's and the service's health. */
final class WindowWatch {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Window window;
    private final HealthMeter health;
    private final Optional<GroundTruth> truth;
    private Optional<Reading> atOpening = Optional.empty();
    private Optional<Reading> atClosing = Optional.empty();
    private boolean opened;
    private boolean closed;

    WindowWatch(Window window, HealthMeter health, Optional<GroundTruth> truth) {
        this.window = window;
        this.health = health;
        this.truth = truth;
    }

    /** Looks whether an edge has passed; to be called every few milliseconds. */
    void look(long nowNanos) {
        if (!opened && window.hasOpened(nowNanos)) {
            opened = true;
            health.open();
            atOpening = truth.map(service -> Reading.of(service, window.opensNanos()));
        }
        if (opened && !closed && window.hasClosed(nowNanos)) {
            closed = true;
            health.closeWindow();
            atClosing = truth.map(service -> Reading.of(service, window.closesNanos()));
        }
    }

    /** Whether the window was seen to open, and not yet to close. */
    boolean isInside() {
        return opened && !closed;
    }

    /** Returns what the service says of itself between the edges, if it says anything and both have passed. */
    Optional<MockHealth> mockHealth() {
        if (atOpening.isEmpty() || atClosing.isEmpty()) {
            return Optional.empty();
        }
        Histogram lateness = atClosing.get().lateness().copy();
        lateness.subtract(atOpening.get().lateness());
        long inFlightNanos = atClosing.get().inFlightNanos() - atOpening.get().inFlightNanos();
        return Optional.of(new MockHealth(Tails.of(lateness), inFlightNanos / NANOS_PER_SECOND));
    }

    private record Reading(Histogram lateness, long inFlightNanos) {
        static Reading of(GroundTruth service, long atNanos) {
            return new Reading(service.lateness(), service.inFlightNanos(atNanos));
        }
    }
}
