package io.tokenpace.mock;

import io.tokenpace.mock.api.ApiOptions;
import io.tokenpace.mock.profile.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How to run a mock server. Immutable: each {@code with} returns options that differ in one thing.
 *
 * <pre>{@code
 * MockOptions options = MockOptions.of(Profiles.load("sonnet")).withPort(8080).withSeed(7);
 * }</pre>
 */
public final class MockOptions {
    private static final int MAX_PORT = 65_535;
    private static final double MIN_TIME_SCALE = 0.001;
    private static final double MAX_TIME_SCALE = 1_000;
    private static final Duration MAX_GRACE = Duration.ofHours(24);

    private String host = "127.0.0.1";
    private int port;
    private Profile profile;
    private double timeScale = 1;
    private long seed;
    private int loops = Runtime.getRuntime().availableProcessors() <= 2 ? 1 : 2;
    private Optional<Path> truthLog = Optional.empty();
    private boolean tls;
    private Optional<Path> tlsCertificate = Optional.empty();
    private Duration grace = Duration.ofSeconds(1);
    private OptionalInt maxConnections = OptionalInt.empty();
    private ApiOptions api = ApiOptions.permissive();
    private boolean hiccups;

    private MockOptions(Profile profile) {
        this.profile = profile;
    }

    private MockOptions(MockOptions other) {
        host = other.host;
        port = other.port;
        profile = other.profile;
        timeScale = other.timeScale;
        seed = other.seed;
        loops = other.loops;
        truthLog = other.truthLog;
        tls = other.tls;
        tlsCertificate = other.tlsCertificate;
        grace = other.grace;
        maxConnections = other.maxConnections;
        api = other.api;
        hiccups = other.hiccups;
    }

    /**
     * This profile in the clear on any free port of 127.0.0.1, seed 0, a second of grace; one loop, or two where there
     * are more than two cores.
     */
    public static MockOptions of(Profile profile) {
        return new MockOptions(profile);
    }

    /** Binds this address. */
    public MockOptions withHost(String newHost) {
        require(!newHost.isBlank(), "host must not be blank");
        return with(it -> it.host = newHost);
    }

    /** Binds this port; 0 takes any free one. */
    public MockOptions withPort(int newPort) {
        require(newPort >= 0 && newPort <= MAX_PORT, "port (" + newPort + ") must be from 0 to " + MAX_PORT);
        return with(it -> it.port = newPort);
    }

    /** Emulates this service. */
    public MockOptions withProfile(Profile newProfile) {
        return with(it -> it.profile = newProfile);
    }

    /** Lets time go so much faster than the profile says; at 2 everything takes half as long. */
    public MockOptions withTimeScale(double newTimeScale) {
        require(
                newTimeScale >= MIN_TIME_SCALE && newTimeScale <= MAX_TIME_SCALE,
                "time scale (" + newTimeScale + ") must be from " + MIN_TIME_SCALE + " to " + MAX_TIME_SCALE);
        return with(it -> it.timeScale = newTimeScale);
    }

    /** Draws everything from this, together with the request keys. */
    public MockOptions withSeed(long newSeed) {
        return with(it -> it.seed = newSeed);
    }

    /** Serves with so many event loops. */
    public MockOptions withLoops(int newLoops) {
        require(newLoops >= 1, "loops (" + newLoops + ") must be at least 1");
        return with(it -> it.loops = newLoops);
    }

    /** Streams the truth to this file. */
    public MockOptions withTruthLog(Path file) {
        return with(it -> it.truthLog = Optional.of(file));
    }

    /** Speaks HTTPS, with a certificate made at the start. */
    public MockOptions withTls() {
        return with(it -> it.tls = true);
    }

    /** Speaks HTTPS, and writes the certificate to this file. */
    public MockOptions withTlsCertificate(Path file) {
        return withTls().with(it -> it.tlsCertificate = Optional.of(file));
    }

    /** Lets answers under way go on for so long when the server is closed. */
    public MockOptions withGrace(Duration newGrace) {
        require(
                !newGrace.isNegative() && newGrace.compareTo(MAX_GRACE) <= 0,
                "grace (" + newGrace.toMillis() + " ms) must be from 0 to 24 hours");
        return with(it -> it.grace = newGrace);
    }

    /** Refuses connections beyond so many at once. */
    public MockOptions withMaxConnections(int connections) {
        require(connections >= 1, "max connections (" + connections + ") must be at least 1");
        return with(it -> it.maxConnections = OptionalInt.of(connections));
    }

    /** Serves the API so strictly; what it limits goes before the profile's limits. */
    public MockOptions withApi(ApiOptions newApi) {
        return with(it -> it.api = newApi);
    }

    /** Measures how late the machine itself is, on a thread that does nothing else. */
    public MockOptions withHiccups() {
        return with(it -> it.hiccups = true);
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public Profile profile() {
        return profile;
    }

    public double timeScale() {
        return timeScale;
    }

    public long seed() {
        return seed;
    }

    public int loops() {
        return loops;
    }

    public Optional<Path> truthLog() {
        return truthLog;
    }

    public boolean tls() {
        return tls;
    }

    public Optional<Path> tlsCertificate() {
        return tlsCertificate;
    }

    public Duration grace() {
        return grace;
    }

    public OptionalInt maxConnections() {
        return maxConnections;
    }

    public boolean hiccups() {
        return hiccups;
    }

    /** How the API is served once the profile has said what its own options leave open. */
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

    private MockOptions with(Consumer<MockOptions> change) {
        MockOptions changed = new MockOptions(this);
        change.accept(changed);
        return changed;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
