package io.tokenpace.mock;

import io.tokenpace.mock.api.ApiOptions;
import io.tokenpace.mock.profile.Profile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to run a mock server.
 *
 * @param host the address to bind
 * @param port the port to bind; 0 takes any free one
 * @param profile the service to emulate
 * @param timeScale how much faster than the profile says time goes; at 2 everything takes half as long
 * @param seed what all draws follow from, together with the request keys
 * @param loops how many event loops
 * @param truthLog where to stream the truth to, if anywhere
 * @param api how strictly the API is served; what it limits goes before the profile's limits
 * @param hiccups whether to measure how late the machine itself is, on a thread that does nothing else
 */
public record MockOptions(
        String host,
        int port,
        Profile profile,
        double timeScale,
        long seed,
        int loops,
        Optional<Path> truthLog,
        ApiOptions api,
        boolean hiccups) {
    private static final int MAX_PORT = 65_535;
    private static final double MIN_TIME_SCALE = 0.001;
    private static final double MAX_TIME_SCALE = 1_000;

    public MockOptions {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host must not be blank");
        }
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port (" + port + ") must be from 0 to " + MAX_PORT);
        }
        if (!(timeScale >= MIN_TIME_SCALE && timeScale <= MAX_TIME_SCALE)) {
            throw new IllegalArgumentException(
                    "time scale (" + timeScale + ") must be from " + MIN_TIME_SCALE + " to " + MAX_TIME_SCALE);
        }
        if (loops < 1) {
            throw new IllegalArgumentException("loops (" + loops + ") must be at least 1");
        }
    }

    /** This profile on any free port of 127.0.0.1, seed 0; one loop, or two where there are more than two cores. */
    public static MockOptions of(Profile profile) {
        int loops = Runtime.getRuntime().availableProcessors() <= 2 ? 1 : 2;
        return new MockOptions("127.0.0.1", 0, profile, 1, 0, loops, Optional.empty(), ApiOptions.permissive(), false);
    }

    public MockOptions withHost(String newHost) {
        return new MockOptions(newHost, port, profile, timeScale, seed, loops, truthLog, api, hiccups);
    }

    public MockOptions withPort(int newPort) {
        return new MockOptions(host, newPort, profile, timeScale, seed, loops, truthLog, api, hiccups);
    }

    public MockOptions withProfile(Profile newProfile) {
        return new MockOptions(host, port, newProfile, timeScale, seed, loops, truthLog, api, hiccups);
    }

    public MockOptions withTimeScale(double newTimeScale) {
        return new MockOptions(host, port, profile, newTimeScale, seed, loops, truthLog, api, hiccups);
    }

    public MockOptions withSeed(long newSeed) {
        return new MockOptions(host, port, profile, timeScale, newSeed, loops, truthLog, api, hiccups);
    }

    public MockOptions withLoops(int newLoops) {
        return new MockOptions(host, port, profile, timeScale, seed, newLoops, truthLog, api, hiccups);
    }

    public MockOptions withTruthLog(Path file) {
        return new MockOptions(host, port, profile, timeScale, seed, loops, Optional.of(file), api, hiccups);
    }

    public MockOptions withApi(ApiOptions newApi) {
        return new MockOptions(host, port, profile, timeScale, seed, loops, truthLog, newApi, hiccups);
    }

    public MockOptions withHiccups() {
        return new MockOptions(host, port, profile, timeScale, seed, loops, truthLog, api, true);
    }

    /** How the API is served once the profile has said what {@code api} leaves open. */
    ApiOptions servedApi() {
        ApiOptions served = api;
        if (api.rateLimits().isEmpty() && profile.rateLimits().isPresent()) {
            served = served.withRateLimits(profile.rateLimits().orElseThrow());
        }
        if (api.maxInFlight().isEmpty() && profile.maxInFlight().isPresent()) {
            served = served.withMaxInFlight(profile.maxInFlight().getAsInt());
        }
        return served;
    }
}
