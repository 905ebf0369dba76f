package io.tokenpace.mock.http;

import io.netty.handler.codec.http.HttpRequest;
import io.tokenpace.mock.fault.Fault;
import io.tokenpace.mock.fault.FaultPlan;
import java.util.Optional;

/** Tells which fault a request meets: the one that its {@value #HEADER} header asks for, else one of the profile's. */
final class Faults {
    private static final String HEADER = "x-mock-fault";
    /** Keeps the profile's faults away. */
    private static final String NONE = "none";

    private final FaultPlan plan;

    Faults(FaultPlan plan) {
        this.plan = plan;
    }

    /**
     * Returns the fault, which may not have a place yet.
     *
     * @param planned whether the profile's faults may strike it
     * @throws IllegalArgumentException in one line, if the header asks for a fault that there is not
     */
    Optional<Fault> of(HttpRequest request, Incoming incoming, boolean planned) {
        String asked = request.headers().get(HEADER);
        if (asked == null) {
            return planned ? plan.draw(incoming.key().bits(), incoming.receivedNanos()) : Optional.empty();
        }
        try {
            return asked.strip().equals(NONE) ? Optional.empty() : Optional.of(plan.scaled(Fault.parse(asked)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(HEADER + ": " + e.getMessage(), e);
        }
    }
}
