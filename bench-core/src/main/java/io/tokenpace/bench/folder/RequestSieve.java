package io.tokenpace.bench.folder;

import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.Stamps;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;

/** Decides which requests get a line, and why, in an amount of memory that does not grow with them. */
final class RequestSieve {
    private static final long ALL_OF_THE_FIRST = 1_000_000;
    private static final int SLOWEST = 1_000;
    private static final long SAMPLED_ONE_IN = 100;

    private final Records records;
    private final long seed;
    private final long allOfTheFirst;
    private final PriorityQueue<Long> slowest = new PriorityQueue<>();
    private long seen;
    private long kept;

    RequestSieve(Records records, long seed) {
        this(records, seed, ALL_OF_THE_FIRST);
    }

    RequestSieve(Records records, long seed, long allOfTheFirst) {
        this.records = records;
        this.seed = seed;
        this.allOfTheFirst = allOfTheFirst;
    }

    /** Returns why a request gets a line, or nothing where it gets none. To be asked once of each, as they end. */
    Optional<Reason> reason(RequestRecord request) {
        seen++;
        Optional<Reason> reason = switch (records) {
            case AUTO -> auto(request);
            case ALL -> Optional.of(Reason.ALL);
            case ERRORS -> request.succeeded() ? Optional.empty() : Optional.of(Reason.ERROR);
            case NONE -> Optional.empty();
        };
        kept += reason.isPresent() ? 1 : 0;
        return reason;
    }

    private Optional<Reason> auto(RequestRecord request) {
        boolean slow = isAmongTheSlowest(request);
        if (seen <= allOfTheFirst) {
            return Optional.of(Reason.ALL);
        }
        if (!request.succeeded()) {
            return Optional.of(Reason.ERROR);
        }
        if (slow) {
            return Optional.of(Reason.SLOW);
        }
        return mixed(seed + seen) % SAMPLED_ONE_IN == 0 ? Optional.of(Reason.SAMPLE) : Optional.empty();
    }

    /** So far: one that is overtaken later has its line already. */
    private boolean isAmongTheSlowest(RequestRecord request) {
        if (!request.succeeded()) {
            return false;
        }
        long took = Stamps.between(request.stamps().intended(), request.stamps().lastToken())
                .orElse(0);
        if (slowest.size() == SLOWEST && took <= slowest.peek()) {
            return false;
        }
        slowest.add(took);
        if (slowest.size() > SLOWEST) {
            slowest.remove();
        }
        return true;
    }

    /** Spreads numbers evenly: the finaliser of MurmurHash3, without its sign. */
    private static long mixed(long number) {
        long bits = (number ^ number >>> 33) * 0xff51afd7ed558ccdL;
        bits = (bits ^ bits >>> 33) * 0xc4ceb9fe1a85ec53L;
        return (bits ^ bits >>> 33) >>> 1;
    }

    /** Returns what a reader of the log must know, where it does not hold all. */
    Optional<String> note() {
        if (kept == seen) {
            return Optional.empty();
        }
        String rule = switch (records) {
            case AUTO ->
                String.format(
                        Locale.ROOT,
                        "all of the first %,d, then failures, the slowest %,d so far and one in %d of the others;"
                                + " --records all keeps everything",
                        allOfTheFirst,
                        SLOWEST,
                        SAMPLED_ONE_IN);
            case ERRORS -> "failures only, as --records errors says";
            case NONE, ALL -> "as --records none says";
        };
        return Optional.of(String.format(
                Locale.ROOT, "requests.jsonl holds %,d of %,d requests, warm-up included: %s", kept, seen, rule));
    }

    /** Why a request has a line. */
    enum Reason {
        ALL,
        ERROR,
        SLOW,
        SAMPLE;

        private final String label = name().toLowerCase(Locale.ROOT);

        String label() {
            return label;
        }
    }
}
