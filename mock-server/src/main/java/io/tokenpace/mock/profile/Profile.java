package io.tokenpace.mock.profile;

import io.tokenpace.mock.fault.FaultRule;
import io.tokenpace.mock.model.RateLimits;
import io.tokenpace.mock.model.ServiceParameters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A service to emulate.
 *
 * @param name how it is called
 * @param source where its numbers come from
 * @param service its parameters
 * @param rateLimits what may be used of it in a minute, if that is limited
 * @param maxInFlight how many requests in flight it bears before it is overloaded, if there is a number
 * @param faults what goes wrong with some of its answers
 */
public record Profile(
        String name,
        String source,
        ServiceParameters service,
        Optional<RateLimits> rateLimits,
        OptionalInt maxInFlight,
        List<FaultRule> faults) {
    public Profile {
        faults = List.copyOf(faults);
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
    }
}
