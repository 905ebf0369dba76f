package io.tokenpace.mock.api;

import io.tokenpace.mock.model.RequestKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives each request its key: the name its client chose, else the hash of its body and which identical one it is.
 *
 * <p>Occurrences are remembered for the {@value #REMEMBERED_BODIES} bodies seen last; one that comes back after so many
 * others counts from 0 again. Safe for use by several threads.
 */
public final class RequestKeys {
    private static final int REMEMBERED_BODIES = 100_000;

    private final long seed;
    private final Map<Long, Integer> occurrences = new LatestOccurrences();

    public RequestKeys(long seed) {
        this.seed = seed;
    }

    /** Returns the key of a request with this {@code x-request-key} header, if it has one, and this body. */
    public RequestKey keyOf(Optional<String> header, byte[] body) {
        return header.filter(name -> !name.isEmpty())
                .map(name -> RequestKey.named(seed, name))
                .orElseGet(() -> keyOf(RequestKey.hash(body)));
    }

    private RequestKey keyOf(long bodyHash) {
        int occurrence;
        synchronized (occurrences) {
            occurrence = occurrences.merge(bodyHash, 0, (before, zero) -> before + 1);
        }
        return RequestKey.ofBody(seed, bodyHash, occurrence);
    }

    /** The bodies seen last, the longest unseen first. */
    private static final class LatestOccurrences extends LinkedHashMap<Long, Integer> {
        private static final long serialVersionUID = 1;

        LatestOccurrences() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > REMEMBERED_BODIES;
        }
    }
}
