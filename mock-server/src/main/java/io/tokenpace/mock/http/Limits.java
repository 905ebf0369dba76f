package io.tokenpace.mock.http;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What a server bears of its clients.
 *
 * @param bodyBytes the longest body that is read
 * @param allBodiesBytes what the bodies that are being read may take together
 * @param patience how long a head may take that has begun, and how long a body may make no progress
 * @param farewell how long a client may go on sending after its last answer
 * @param connections how many may be open at once
 */
public record Limits(int bodyBytes, long allBodiesBytes, Duration patience, Duration farewell, int connections) {
    /** The documented limit of the Anthropic API. */
    private static final int BODY_BYTES = 32 * 1024 * 1024;

    private static final int SHARE_OF_MEMORY = 4;
    private static final int CONNECTIONS = 60_000;

    /** Descriptors for what is no connection: jars, the truth log, the event loops, and one to accept and refuse with. */
    private static final int OTHER_DESCRIPTORS = 256;

    public Limits {
        requirePositive("body bytes", bodyBytes);
        requirePositive("bytes of all bodies", allBodiesBytes);
        requirePositive("patience in nanoseconds", patience.toNanos());
        requirePositive("farewell in nanoseconds", farewell.toNanos());
        requirePositive("connections", connections);
    }

    /**
     * Bodies of 32 MB, together a quarter of the heap; 30 s of patience; 60,000 connections, or as many as the process
     * has descriptors for.
     */
    public static Limits standard() {
        return new Limits(
                BODY_BYTES,
                Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY,
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                (int) Math.min(CONNECTIONS, Math.max(1, descriptors() - OTHER_DESCRIPTORS)));
    }

    public Limits withBodyBytes(int newBodyBytes) {
        return new Limits(newBodyBytes, allBodiesBytes, patience, farewell, connections);
    }

    public Limits withAllBodiesBytes(long newAllBodiesBytes) {
        return new Limits(bodyBytes, newAllBodiesBytes, patience, farewell, connections);
    }

    public Limits withPatience(Duration newPatience) {
        return new Limits(bodyBytes, allBodiesBytes, newPatience, farewell, connections);
    }

    public Limits withConnections(int newConnections) {
        return new Limits(bodyBytes, allBodiesBytes, patience, farewell, newConnections);
    }

    private static long descriptors() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " (" + value + ") must be positive");
        }
    }
}
