package io.tokenpace.mock.api;

import java.util.Map;

/**
 * A request that is let in.
 *
 * @param cached what it reads from the prompt cache and writes to it
 * @param headers what the head of its answer says of the rate limits
 */
public record Admission(CacheUse cached, Map<String, String> headers) {
    public Admission {
        headers = Map.copyOf(headers);
    }
}
