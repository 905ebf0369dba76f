package io.tokenpace.mock.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The prompt cache: prefixes that end at a breakpoint, found again by later requests.
 *
 * <p>A lookup starts at each breakpoint and walks back over at most {@value #LOOK_BACK} blocks, the breakpoint included;
 * the longest prefix found is read, and every breakpoint behind it is written. Prefixes below the model's minimum are
 * neither. An entry lives from the start of the request that wrote it, or of the last that read it; it can be read once
 * the first word of its writer's answer is due, so that requests sent together all miss. One that leaves before that
 * leaves nothing.
 *
 * <p>The {@value #CAPACITY} entries used last are kept. Time is what the caller says it is. Safe for use by several
 * threads.
 */
final class PromptCache {
    private static final int LOOK_BACK = 20;
    private static final int NONE = -1;
    private static final int CAPACITY = 100_000;

    private final Map<Long, CacheEntry> entries = new LatestEntries();

    /** Decides on a request once it is known what it would use. */
    interface Gate<E extends Exception> {
        void pass(InputUsage usage) throws E;
    }

    /**
     * Looks a prompt for a model up that was read in full at {@code nowNanos}, and notes what it writes.
     *
     * @throws E if the gate refuses it; it then leaves no trace
     */
    <E extends Exception> CacheUse use(Prompt prompt, Model model, long nowNanos, Gate<E> gate) throws E {
        if (!prompt.hasBreakpoint()) {
            InputUsage uncached = InputUsage.uncached(prompt.tokens());
            gate.pass(uncached);
            return new CacheUse(uncached, List.of());
        }
        Prefixes prefixes = new Prefixes(prompt, model.id());
        List<Integer> breakpoints = new ArrayList<>();
        for (int block = 0; block < prefixes.size(); block++) {
            if (prefixes.isBreakpoint(block) && prefixes.tokens(block) >= model.cacheMinimum()) {
                breakpoints.add(block);
            }
        }
        synchronized (this) {
            List<Integer> hits = hits(prefixes, breakpoints, nowNanos);
            int hit = hits.stream().reduce(NONE, Math::max);
            List<Integer> written =
                    breakpoints.stream().filter(breakpoint -> breakpoint > hit).toList();
            InputUsage usage = usage(prefixes, hit, written);
            gate.pass(usage);
            hits.forEach(block -> entry(prefixes.hash(block), nowNanos).refresh(nowNanos));
            return write(prefixes, written, usage, nowNanos);
        }
    }

    /** Takes back what a request was to write, unless its answer has begun. */
    synchronized void abandon(CacheUse use, long nowNanos) {
        if (use.hasBegun(nowNanos)) {
            return;
        }
        for (Long hash : use.written()) {
            CacheEntry entry = entries.get(hash);
            if (entry != null && !entry.abandon(use)) {
                entries.remove(hash);
            }
        }
    }

    /** Returns the last block of each prefix that is found, at most one for each breakpoint. */
    private List<Integer> hits(Prefixes prefixes, List<Integer> breakpoints, long nowNanos) {
        List<Integer> hits = new ArrayList<>();
        for (int breakpoint : breakpoints) {
            for (int block = breakpoint; block >= 0 && block > breakpoint - LOOK_BACK; block--) {
                if (isUsable(prefixes.hash(block), nowNanos)) {
                    hits.add(block);
                    break;
                }
            }
        }
        return hits;
    }

    private boolean isUsable(long hash, long nowNanos) {
        CacheEntry entry = entries.get(hash);
        return entry != null && entry.isUsable(nowNanos);
    }

    private static InputUsage usage(Prefixes prefixes, int hit, List<Integer> written) {
        int fiveMinutes = 0;
        int oneHour = 0;
        int last = hit;
        for (int breakpoint : written) {
            int tokens = prefixes.tokens(breakpoint) - prefixes.tokens(last);
            if (prefixes.ttl(breakpoint) == CacheTtl.ONE_HOUR) {
                oneHour += tokens;
            } else {
                fiveMinutes += tokens;
            }
            last = breakpoint;
        }
        int fresh = prefixes.tokens(prefixes.size() - 1) - prefixes.tokens(last);
        return new InputUsage(fresh, prefixes.tokens(hit), fiveMinutes, oneHour);
    }

    private CacheUse write(Prefixes prefixes, List<Integer> written, InputUsage usage, long nowNanos) {
        CacheUse use = new CacheUse(usage, written.stream().map(prefixes::hash).toList());
        for (int breakpoint : written) {
            entry(prefixes.hash(breakpoint), nowNanos).write(use, prefixes.ttl(breakpoint), nowNanos);
        }
        return use;
    }

    /** Returns the entry that lives under a hash, a new one if there is none. */
    private CacheEntry entry(long hash, long nowNanos) {
        CacheEntry known = entries.get(hash);
        if (known == null || !known.isLive(nowNanos)) {
            known = new CacheEntry();
            entries.put(hash, known);
        }
        return known;
    }

    /** The entries used last, the longest unused first. */
    private static final class LatestEntries extends LinkedHashMap<Long, CacheEntry> {
        private static final long serialVersionUID = 1;

        LatestEntries() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, CacheEntry> eldest) {
            return size() > CAPACITY;
        }
    }
}
