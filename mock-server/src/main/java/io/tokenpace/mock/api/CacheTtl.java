package io.tokenpace.mock.api;

import java.time.Duration;

/** How long a cached prefix lives after its last use. */
enum CacheTtl {
    FIVE_MINUTES(Duration.ofMinutes(5)),
    ONE_HOUR(Duration.ofHours(1));

    private final long nanos;

    CacheTtl(Duration length) {
        nanos = length.toNanos();
    }

    long nanos() {
        return nanos;
    }
}
