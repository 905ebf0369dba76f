package io.tokenpace.mock.fault;

import io.tokenpace.mock.draw.DrawStream;
import io.tokenpace.mock.draw.Purpose;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which request of a server meets which fault of its profile: the first rule in its time that strikes it.
 *
 * <p>Whether a rule strikes is drawn from the request's key alone, for each rule apart. Safe for use by several threads.
 */
public final class FaultPlan {
    private static final long NONE_YET = Long.MIN_VALUE;

    private final List<FaultRule> rules;
    private final double timeScale;
    private final AtomicLong firstNanos = new AtomicLong(NONE_YET);

    /** Plans by these rules, whose times pass {@code timeScale} times as fast as they say. */
    public FaultPlan(List<FaultRule> rules, double timeScale) {
        this.rules = List.copyOf(rules);
        this.timeScale = timeScale;
    }

    /** Returns what strikes the request with this key, which was read in full at {@code receivedNanos}. */
    public Optional<Fault> draw(long key, long receivedNanos) {
        firstNanos.compareAndSet(NONE_YET, receivedNanos);
        long sinceFirstNanos = receivedNanos - firstNanos.get();
        DrawStream draws = DrawStream.of(key, Purpose.FAULT);
        for (int i = 0; i < rules.size(); i++) {
            FaultRule rule = rules.get(i);
            if (rule.isOpen(sinceFirstNanos, timeScale) && draws.uniform(i) < rule.rate()) {
                return Optional.of(scaled(rule.fault()));
            }
        }
        return Optional.empty();
    }

    /** Returns a fault as it is on this server's clock. */
    public Fault scaled(Fault fault) {
        return fault.atTimeScale(timeScale);
    }
}
