package io.tokenpace.mock;

import io.tokenpace.mock.api.Apis;
import io.tokenpace.mock.fault.FaultPlan;
import io.tokenpace.mock.http.Encryption;
import io.tokenpace.mock.http.HttpServer;
import io.tokenpace.mock.http.Limits;
import io.tokenpace.mock.http.Listening;
import io.tokenpace.mock.http.Serving;
import io.tokenpace.mock.http.TlsIdentity;
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
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
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
    private final MockOptions options;
    private final Instruments record;
    private final Optional<TruthLog> truthLog;
    private final Optional<Encryption> tls;
    private final HttpServer http;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile int cut;

    private MockServer(
            MockOptions options,
            Instruments record,
            Optional<TruthLog> truthLog,
            Optional<Encryption> tls,
            HttpServer http) {
        this.options = options;
        this.record = record;
        this.truthLog = truthLog;
        this.tls = tls;
        this.http = http;
    }

    /**
     * Starts a server, which accepts connections when this returns.
     *
     * @throws IOException in one line, if the address cannot be bound, or the truth log or the certificate cannot be
     *     written
     */
    public static MockServer start(MockOptions options) throws IOException {
        Optional<Encryption> tls = tls(options);
        Optional<TruthLog> truthLog = options.truthLog().isPresent() ? Optional.of(openLog(options)) : Optional.empty();
        Instruments record = instruments(options, truthLog);
        IsolatedService service =
                new IsolatedService(options.profile().service().atTimeScale(options.timeScale()));
        Apis apis = Apis.of(options.servedApi(), System::nanoTime, InstantSource.system());
        FaultPlan faults = new FaultPlan(options.profile().faults(), options.timeScale());
        try {
            HttpServer http = HttpServer.start(
                    new Listening(options.host(), options.port(), options.loops(), tls, limits(options)),
                    new Serving(service, apis, faults, options.seed(), record));
            MockServer server = new MockServer(options, record, truthLog, tls, http);
            server.writeCertificate();
            return server;
        } catch (IOException e) {
            record.hiccups().ifPresent(Hiccups::close);
            truthLog.ifPresent(MockServer::finish);
            throw e;
        }
    }

    /**
     * Loads and runs everything once that a server with these options needs, for a process that has served nothing yet
     * and must not be late at first.
     */
    public static void rehearse(MockOptions options) throws IOException {
        Rehearsal.hold(tls(options));
    }

    private static Instruments instruments(MockOptions options, Optional<TruthLog> truthLog) {
        return new Instruments(
                new TruthStore(truthLog),
                new Lateness(),
                new InFlight(),
                new Identity(options.profile().name(), options.seed(), options.timeScale(), System.nanoTime()),
                options.hiccups() ? Optional.of(Hiccups.start()) : Optional.empty());
    }

    private static Limits limits(MockOptions options) {
        Limits standard = Limits.standard();
        return options.maxConnections().isPresent()
                ? standard.withConnections(options.maxConnections().getAsInt())
                : standard;
    }

    private static Optional<Encryption> tls(MockOptions options) {
        return options.tls() ? Optional.of(TlsIdentity.selfSigned(options.host(), Instant.now())) : Optional.empty();
    }

    private void writeCertificate() throws IOException {
        try {
            if (options.tlsCertificate().isPresent()) {
                CertificateFile.write(
                        options.tlsCertificate().orElseThrow(), certificatePem().orElseThrow());
            }
        } catch (IOException e) {
            http.close();
            throw e;
        }
    }

    private static TruthLog openLog(MockOptions options) throws IOException {
        try {
            return new TruthLog(options.truthLog().orElseThrow());
        } catch (IOException e) {
            throw new IOException("truth log (" + options.truthLog().orElseThrow() + ") must be writable: " + e, e);
        }
    }

    /** The base address, without a path: {@code http://127.0.0.1:PORT}, or {@code https:} over TLS. */
    public URI uri() {
        String host = options.host();
        String shownHost = host.contains(":") ? "[" + host + "]" : host;
        return URI.create((options.tls() ? "https" : "http") + "://" + shownHost + ":" + http.port());
    }

    /** Returns the certificate that a client must trust to come over TLS; nothing in the clear. */
    public Optional<String> certificatePem() {
        return tls.map(Encryption::certificatePem);
    }

    InetAddress boundAddress() {
        return http.address().getAddress();
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

    /** Returns how late the machine itself was since the start, in nanoseconds, if that is measured. */
    public Optional<Histogram> hiccups() {
        return record.hiccups().map(Hiccups::snapshot);
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

    /** How many answers were cut because they had not ended within the grace of {@link #close}. */
    public int cut() {
        return cut;
    }

    /** Stops accepting, gives answers under way the options' grace, cuts the rest, and completes the truth log. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            cut = http.close(options.grace());
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
