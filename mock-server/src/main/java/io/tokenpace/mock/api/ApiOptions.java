package io.tokenpace.mock.api;

import java.util.Optional;

/**
 * How strictly the API is served.
 *
 * @param strictModels whether a model that the catalogue does not list is refused
 * @param rateLimits what may be used in a minute; without limits by default
 */
public record ApiOptions(boolean strictModels, Optional<RateLimits> rateLimits) {
    /** Serves every model name, without limits. */
    public static ApiOptions permissive() {
        return new ApiOptions(false, Optional.empty());
    }

    public ApiOptions withStrictModels() {
        return new ApiOptions(true, rateLimits);
    }

    public ApiOptions withRateLimits(RateLimits limits) {
        return new ApiOptions(strictModels, Optional.of(limits));
    }

    ModelCatalogue models() {
        return strictModels ? ModelCatalogue.strict() : ModelCatalogue.permissive();
    }
}
