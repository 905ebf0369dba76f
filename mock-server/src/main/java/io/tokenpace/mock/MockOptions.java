package io.tokenpace.mock;

import io.tokenpace.mock.profile.Profile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to run a mock server.
 *
 * @param host the address to bind
 * @param port the port to bind; 0 takes any free one
 * @param profile the service to emulate
 * @param seed what all draws follow from, together with the request keys
 * @param loops how many event loops
 * @param truthLog where to stream the truth to, if anywhere
 */
public record MockOptions(String host, int port, Profile profile, long seed, int loops, Optional<Path> truthLog) {
    private static final int MAX_PORT = 65_535;

    public MockOptions {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host must not be blank");
        }
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port (" + port + ") must be from 0 to " + MAX_PORT);
        }
        if (loops < 1) {
            throw new IllegalArgumentException("loops (" + loops + ") must be at least 1");
        }
    }

    /** This profile on any free port of 127.0.0.1, seed 0; one loop, or two where there are more than two cores. */
    public static MockOptions of(Profile profile) {
        int loops = Runtime.getRuntime().availableProcessors() <= 2 ? 1 : 2;
        return new MockOptions("127.0.0.1", 0, profile, 0, loops, Optional.empty());
    }

    public MockOptions withHost(String newHost) {
        return new MockOptions(newHost, port, profile, seed, loops, truthLog);
    }

    public MockOptions withPort(int newPort) {
        return new MockOptions(host, newPort, profile, seed, loops, truthLog);
    }

    public MockOptions withProfile(Profile newProfile) {
        return new MockOptions(host, port, newProfile, seed, loops, truthLog);
    }

    public MockOptions withSeed(long newSeed) {
        return new MockOptions(host, port, profile, newSeed, loops, truthLog);
    }

    public MockOptions withLoops(int newLoops) {
        return new MockOptions(host, port, profile, seed, newLoops, truthLog);
    }

    public MockOptions withTruthLog(Path file) {
        return new MockOptions(host, port, profile, seed, loops, Optional.of(file));
    }
}
