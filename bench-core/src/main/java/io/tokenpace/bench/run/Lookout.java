package io.tokenpace.bench.run;

import io.tokenpace.bench.measure.MetricSet;
import io.tokenpace.bench.measure.Window;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.result.Totals;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Sees how a run stands while it goes on. It belongs to the ledger's thread. */
final class Lookout {
    private final Window window;
    private final LastSeconds ttft = new LastSeconds(Metric.TTFT);
    private final LastSeconds decodeRate = new LastSeconds(Metric.DECODE_RATE);
    private final Map<ErrorKind, Long> failures = new EnumMap<>(ErrorKind.class);
    private long tokens;
    private long events;

    Lookout(Window window) {
        this.window = window;
    }

    /** Adds a request that has ended, warm-up included. */
    void add(RequestRecord request) {
        switch (request.outcome()) {
            case SUCCEEDED -> {
                tokens += request.streamedTokens();
                events += request.content().events();
            }
            case FAILED -> failures.merge(request.error().orElseThrow(), 1L, Long::sum);
            case INCOMPLETE -> {}
        }
    }

    /** Adds the figures of a second that has passed. */
    void endSecond(MetricSet measured, MetricSet warmup) {
        ttft.add(measured, warmup);
        decodeRate.add(measured, warmup);
    }

    /** Returns how the run stands at a moment of the monotonic clock. */
    Standing standing(Second second, Totals soFar, long nowNanos) {
        Standing.Phase phase = phase(nowNanos);
        return new Standing(
                second,
                soFar,
                phase,
                measuredNanos(phase, nowNanos),
                window.isToClose(nowNanos) && phase == Standing.Phase.MEASURING
                        ? OptionalLong.of(window.closesNanos() - nowNanos)
                        : OptionalLong.empty(),
                ttft.read(),
                decodeRate.read(),
                tokensPerS(second),
                failures);
    }

    private Standing.Phase phase(long nowNanos) {
        if (window.hasClosed(nowNanos)) {
            return Standing.Phase.DRAINING;
        }
        return window.hasOpened(nowNanos) ? Standing.Phase.MEASURING : Standing.Phase.WARM_UP;
    }

    private long measuredNanos(Standing.Phase phase, long nowNanos) {
        return switch (phase) {
            case WARM_UP -> 0;
            case MEASURING -> nowNanos - window.opensNanos();
            case DRAINING -> window.lengthNanos();
        };
    }

    private OptionalDouble tokensPerS(Second second) {
        return events == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) second.contentEvents() * tokens / events);
    }
}
