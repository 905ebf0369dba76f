package io.tokenpace.mock;

import io.tokenpace.mock.api.Apis;
import io.tokenpace.mock.fault.FaultPlan;
import io.tokenpace.mock.http.HttpServer;
import io.tokenpace.mock.model.IsolatedService;
import io.tokenpace.mock.truth.Hiccups;
import io.tokenpace.mock.truth.Identity;
import io.tokenpace.mock.truth.InFlight;
import io.tokenpace.mock.truth.Instruments;
import io.tokenpace.mock.truth.Lateness;
import io.tokenpace.mock.truth.RequestTruth;
import io.tokenpace.mock.truth.TruthLog;
import io.tokenpace.mock.truth.TruthStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.HdrHistogram.Histogram;

/**
 * A running mock server.
 *
 * <pre>{@code
 * try (MockServer server = MockServer.start(MockOptions.of(Profiles.load("metronome")))) {
 *     measure(server.uri());
 *     long p99Nanos = server.lateness().getValueAtPercentile(99);
 * }
 * }</pre>
 *
 * <p>All methods may be called from any thread.
 */
public final class MockServer implements AutoCloseable {
    private final String host;
    private final Instruments record;
    private final Optional<TruthLog> truthLog;
    private final HttpServer http;
    private final AtomicBoolean closed = new AtomicBoolean();

    private MockServer(String host, Instruments record, Optional<TruthLog> truthLog, HttpServer http) {
        this.host = host;
        this.record = record;
        this.truthLog = truthLog;
        this.http = http;
    }

    /**
     * Starts a server, which accepts connections when this returns.
     *
     * @throws IOException in one line, if the address cannot be bound or the truth log cannot be written
     */
    public static MockServer start(MockOptions options) throws IOException {
        Optional<TruthLog> truthLog = options.truthLog().isPresent() ? Optional.of(openLog(options)) : Optional.empty();
        Instruments record = instruments(options, truthLog);
        IsolatedService service =
                new IsolatedService(options.profile().service().atTimeScale(options.timeScale()));
        Apis apis = Apis.of(options.servedApi(), System::nanoTime, InstantSource.system());
        FaultPlan faults = new FaultPlan(options.profile().faults(), options.timeScale());
        try {
            HttpServer http = HttpServer.start(
                    options.host(), options.port(), options.loops(), service, apis, faults, options.seed(), record);
            return new MockServer(options.host(), record, truthLog, http);
        } catch (IOException e) {
            record.hiccups().ifPresent(Hiccups::close);
            truthLog.ifPresent(MockServer::finish);
            throw e;
        }
    }

    private static Instruments instruments(MockOptions options, Optional<TruthLog> truthLog) {
        return new Instruments(
                new TruthStore(truthLog),
                new Lateness(),
                new InFlight(),
                new Identity(options.profile().name(), options.seed(), options.timeScale(), System.nanoTime()),
                options.hiccups() ? Optional.of(Hiccups.start()) : Optional.empty());
    }

    /** Loads and runs everything once, for a process that has served nothing yet and must not be late at first. */
    public static void rehearse() throws IOException {
        Rehearsal.hold();
    }

    private static TruthLog openLog(MockOptions options) throws IOException {
        try {
            return new TruthLog(options.truthLog().orElseThrow());
        } catch (IOException e) {
            throw new IOException("truth log (" + options.truthLog().orElseThrow() + ") must be writable: " + e, e);
        }
    }

    /** The base address, without a path: {@code http://127.0.0.1:PORT}. */
    public URI uri() {
        String shownHost = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + shownHost + ":" + http.port());
    }

    /**
     * Returns how late events were written, in nanoseconds, since the start; the difference of two such copies is the
     * lateness in between.
     */
    public Histogram lateness() {
        return record.lateness().snapshot();
    }

    /**
     * Returns the integral of the requests in flight from the start until {@code atNanos} of {@link System#nanoTime},
     * which must be now or just before. A request is in flight from its last byte read to its last byte written.
     */
    public long inFlightNanos(long atNanos) {
        return record.inFlight().integralNanos(atNanos);
    }

    /** How many requests are in flight. */
    public int inFlight() {
        return record.inFlight().count();
    }

    /** How many requests have been read in full since the start, refused ones included. */
    public long requests() {
        return record.inFlight().entered();
    }

    /**
     * Returns the truth about an answered request, known by the {@code request-id} header of its answer, which is
     * {@code x-request-id} in the OpenAI-compatible API.
     *
     * <p>It is there before the request leaves {@link #inFlight()}, which may be some microseconds after the client has
     * read the last byte. The latest 4,096 requests are kept, fewer if their answers are long.
     */
    public Optional<RequestTruth> truth(String requestId) {
        return record.store().find(requestId);
    }

    /** How many requests are missing from the truth log because it could not keep up, or could not be written. */
    public long truthDropped() {
        return record.store().logDropped();
    }

    /** Stops accepting, gives answers under way a second to finish, cuts the rest, and completes the truth log. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            http.close();
            record.hiccups().ifPresent(Hiccups::close);
            truthLog.ifPresent(MockServer::finish);
        }
    }

    private static void finish(TruthLog log) {
        try {
            log.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
