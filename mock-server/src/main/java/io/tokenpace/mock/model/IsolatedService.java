package io.tokenpace.mock.model;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A service that treats each request on its own, or so many at a time as it has slots.
 *
 * <p>The time to the first token is network + queue + prefill, and with slots the wait for one between queue and
 * prefill. Safe for use by several threads.
 */
public final class IsolatedService {
    private final ServiceParameters parameters;
    private final Optional<SlotQueue> slots;
    private final long silenceNanos;
    private final AtomicReference<Optional<Stalls>> stalls = new AtomicReference<>(Optional.empty());

    public IsolatedService(ServiceParameters parameters) {
        this.parameters = parameters;
        this.slots = parameters.slots().isPresent()
                ? Optional.of(new SlotQueue(parameters.slots().getAsInt()))
                : Optional.empty();
        this.silenceNanos = parameters.silence().map(Duration::toNanos).orElse(Timeline.NEVER);
    }

    /** Returns how much the service would think and say in the answer to the request with this key. */
    public Verbosity verbosity(RequestKey key) {
        return new Verbosity(parameters, key);
    }

    /** Returns how many requests wait for a slot; none of a service without slots. */
    public int waiting(long nowNanos) {
        return slots.map(queue -> queue.waiting(nowNanos)).orElse(0);
    }

    /**
     * Admits a request that was read in full at {@code arrivalNanos}.
     *
     * @param startMoved called, by whichever thread caused it, when the request will start earlier than its timeline
     *     has said so far; never called by a service without slots
     */
    public Timeline admit(Demand demand, long arrivalNanos, Runnable startMoved) {
        return admit(Plan.draw(parameters, demand), arrivalNanos, startMoved);
    }

    /** Admits a request in the same way whose answer is settled already: the demand's own limit on it does not matter. */
    public Timeline admit(Demand demand, Script script, long arrivalNanos, Runnable startMoved) {
        return admit(Plan.draw(parameters, demand, script), arrivalNanos, startMoved);
    }

    private Timeline admit(Plan plan, long arrivalNanos, Runnable startMoved) {
        long readyNanos =
                arrivalNanos + plan.terms().networkNanos() + plan.terms().queueNanos();
        Timeline.Start start = slots.<Timeline.Start>map(
                        queue -> queue.join(arrivalNanos, readyNanos, plan.serviceNanos(), startMoved))
                .orElseGet(() -> new UnlimitedStart(readyNanos));
        return new Timeline(arrivalNanos, plan, start, stallsSince(arrivalNanos), silenceNanos);
    }

    private Stalls stallsSince(long arrivalNanos) {
        Optional<Stalls> known = stalls.get();
        if (known.isEmpty()) {
            stalls.compareAndSet(known, Optional.of(new Stalls(parameters.stalls(), arrivalNanos)));
            known = stalls.get();
        }
        return known.orElseThrow();
    }

    /** The start of a request that waits for nobody. */
    private record UnlimitedStart(long nanos) implements Timeline.Start {
        @Override
        public void release(long nowNanos) {
            // Nobody waits for the place.
        }
    }
}
