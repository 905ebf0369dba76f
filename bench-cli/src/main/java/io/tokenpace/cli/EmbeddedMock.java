package io.tokenpace.cli;

import io.tokenpace.bench.client.Endpoint;
import io.tokenpace.bench.run.GroundTruth;
import io.tokenpace.mock.MockOptions;
import io.tokenpace.mock.MockServer;
import io.tokenpace.mock.profile.Profile;
import java.io.IOException;
import org.HdrHistogram.Histogram;

/** The mock, run in this process for the client to measure over real loopback TCP, on event loops of its own. */
final class EmbeddedMock implements GroundTruth, AutoCloseable {
    private final MockServer server;

    private EmbeddedMock(MockServer server) {
        this.server = server;
    }

    static EmbeddedMock start(Profile profile, long seed) throws IOException {
        return new EmbeddedMock(MockServer.start(MockOptions.of(profile).withSeed(seed)));
    }

    /** Returns where it serves an API. */
    Endpoint endpoint(Api api) {
        return Endpoint.parse(server.uri() + api.mockBase());
    }

    @Override
    public Histogram lateness() {
        return server.lateness();
    }

    @Override
    public long inFlightNanos(long untilNanos) {
        return server.inFlightNanos(untilNanos);
    }

    @Override
    public void close() {
        server.close();
    }
}
