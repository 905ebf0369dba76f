package io.tokenpace.mock.truth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the truth about the latest requests, within a bound on requests and on their events together.
 *
 * <p>Safe for use by several threads.
 */
public final class TruthStore {
    private static final int MAX_REQUESTS = 4_096;
    /** At 16 bytes each, some 32 MB. */
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

    /** Returns the truth about the latest request with this key that is kept. */
    public synchronized Optional<RequestTruth> findByKey(String key) {
        return latest.values().stream().filter(truth -> truth.key().equals(key)).reduce((older, newer) -> newer);
    }

    /** How many requests are kept. */
    public synchronized int kept() {
        return latest.size();
    }

    /** Returns so many of the latest requests, newest first. */
    synchronized List<RequestTruth> latest(int most) {
        List<RequestTruth> newestFirst = new ArrayList<>(latest.values());
        Collections.reverse(newestFirst);
        return List.copyOf(newestFirst.subList(0, Math.min(most, newestFirst.size())));
    }

    /** How many requests the log misses. */
    public long logDropped() {
        return log.map(TruthLog::dropped).orElse(0L);
    }

    /** Why the log could not be written any further, if it could not. */
    Optional<String> logFailure() {
        return log.flatMap(TruthLog::failure);
    }

    private synchronized void keep(RequestTruth truth) {
        Optional.ofNullable(latest.remove(truth.id()))
                .ifPresent(replaced -> events -= replaced.events().room());
        latest.put(truth.id(), truth);
        events += truth.events().room();
        Iterator<RequestTruth> oldest = latest.values().iterator();
        while (latest.size() > maxRequests || (events > maxEvents && latest.size() > 1)) {
            events -= oldest.next().events().room();
            oldest.remove();
        }
    }
}
