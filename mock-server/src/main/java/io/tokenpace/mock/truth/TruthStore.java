package io.tokenpace.mock.truth;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the truth about the latest requests, within a bound on requests and on their events together.
 *
 * <p>Safe for use by several threads.
 */
public final class TruthStore {
    private static final int MAX_REQUESTS = 4_096;
    /** At three times of 8 bytes each, some 48 MB. */
    private static final long MAX_EVENTS = 2_000_000;

    private final Optional<TruthLog> log;
    private final int maxRequests;
    private final long maxEvents;
    private final Map<String, RequestTruth> latest = new LinkedHashMap<>();
    private long events;

    /** A store of 4,096 requests, which passes everything on to the log, if there is one. */
    public TruthStore(Optional<TruthLog> log) {
        this(log, MAX_REQUESTS, MAX_EVENTS);
    }

    TruthStore(Optional<TruthLog> log, int maxRequests, long maxEvents) {
        this.log = log;
        this.maxRequests = maxRequests;
        this.maxEvents = maxEvents;
    }

    /** Takes in a request that has ended. A later request with the same id replaces an earlier one. */
    public void add(RequestTruth truth) {
        log.ifPresent(to -> to.append(truth));
        keep(truth);
    }

    /** Returns the truth about a request that has ended, unless it was too long ago. */
    public synchronized Optional<RequestTruth> find(String id) {
        return Optional.ofNullable(latest.get(id));
    }

    private synchronized void keep(RequestTruth truth) {
        Optional.ofNullable(latest.remove(truth.id()))
                .ifPresent(replaced -> events -= replaced.events().capacity());
        latest.put(truth.id(), truth);
        events += truth.events().capacity();
        Iterator<RequestTruth> oldest = latest.values().iterator();
        while (latest.size() > maxRequests || (events > maxEvents && latest.size() > 1)) {
            events -= oldest.next().events().capacity();
            oldest.remove();
        }
    }
}
