package io.tokenpace.bench.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the headers of an answer told of the service: visible ASCII, bounded in size and number.
 *
 * @param requestId the number by which the service's operators find the request
 * @param limits the headers that tell its limits and whether to try again, by their names in lower case; of failures only
 */
public record ServiceHeaders(Optional<String> requestId, Map<String, String> limits) {
    /** The headers of an answer that never came, or that told nothing. */
    public static final ServiceHeaders NONE = new ServiceHeaders(Optional.empty(), Map.of());

    public ServiceHeaders {
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
    }
}
