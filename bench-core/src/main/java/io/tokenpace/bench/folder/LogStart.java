package io.tokenpace.bench.folder;

import java.time.Instant;

/**
 * When a run began, on both clocks: the first line of every log.
 *
 * @param startUtc by the calendar
 * @param startMonotonicNs by the monotonic clock, from which every stamp counts
 */
public record LogStart(Instant startUtc, long startMonotonicNs) {
    Header header(String schema) {
        return new Header(schema, startUtc.toString(), startMonotonicNs);
    }

    /** The first line as it is written. */
    record Header(String schema, String startUtc, long startMonotonicNs) {}
}
