package io.tokenpace.mock.api;

import io.tokenpace.mock.model.RateLimits;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How strictly the API is served.
 *
 * @param strictModels whether a model that the catalogue does not list is refused
 * @param rateLimits what may be used in a minute; without limits by default
 * @param maxInFlight how many requests in flight are borne before the service is overloaded; any number by default
 */
public record ApiOptions(boolean strictModels, Optional<RateLimits> rateLimits, OptionalInt maxInFlight) {
    public ApiOptions {
        if (maxInFlight.isPresent() && maxInFlight.getAsInt() < 1) {
            throw new IllegalArgumentException("maxInFlight (" + maxInFlight.getAsInt() + ") must be at least 1");
        }
    }

    /** Serves every model name, without limits. */
    public static ApiOptions permissive() {
        return new ApiOptions(false, Optional.empty(), OptionalInt.empty());
    }

    public ApiOptions withStrictModels() {
        return new ApiOptions(true, rateLimits, maxInFlight);
    }

    public ApiOptions withRateLimits(RateLimits limits) {
        return new ApiOptions(strictModels, Optional.of(limits), maxInFlight);
    }

    public ApiOptions withMaxInFlight(int requests) {
        return new ApiOptions(strictModels, rateLimits, OptionalInt.of(requests));
    }

    ModelCatalogue models() {
        return strictModels ? ModelCatalogue.strict() : ModelCatalogue.permissive();
    }
}
