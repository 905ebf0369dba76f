package io.tokenpace.bench.client;

import java.time.Duration;

/**
 * How long to wait before a request is given up.
 *
 * @param connect for a connection
 * @param firstToken from sending to the first content
 * @param idle between arrivals, once content has come
 * @param total from sending to the end
 */
public record Timeouts(Duration connect, Duration firstToken, Duration idle, Duration total) {
    /** Netty counts the time to connect in milliseconds, and takes 0 for ever. */
    private static final Duration SHORTEST = Duration.ofMillis(1);
    /** The histograms end here. */
    private static final Duration LONGEST = Duration.ofHours(1);

    public static final Timeouts DEFAULT = new Timeouts(
            Duration.ofSeconds(10), Duration.ofSeconds(120), Duration.ofSeconds(60), Duration.ofMinutes(10));

    public Timeouts {
        requireInRange("connect-timeout", connect);
        requireInRange("first-token-timeout", firstToken);
        requireInRange("idle-timeout", idle);
        requireInRange("timeout", total);
    }

    private static void requireInRange(String name, Duration value) {
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " (" + value + ") must be at least 1ms and at most 1h");
        }
    }
}
