package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.mock.api.ApiOptions;
import io.tokenpace.mock.api.Apis;
import io.tokenpace.mock.fault.FaultPlan;
import io.tokenpace.mock.http.HttpServer;
import io.tokenpace.mock.http.Limits;
import io.tokenpace.mock.http.Listening;
import io.tokenpace.mock.http.Serving;
import io.tokenpace.mock.model.IsolatedService;
import io.tokenpace.mock.profile.Profile;
import io.tokenpace.mock.profile.Profiles;
import io.tokenpace.mock.truth.InFlight;
import io.tokenpace.mock.truth.Instruments;
import io.tokenpace.mock.truth.Lateness;
import io.tokenpace.mock.truth.TruthStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * A server with two slots under attack: beside the attacker a client that behaves asks for one stream after another. In
 * the end every stream must have been as the first, and nothing of the attack may be left in the server.
 *
 * <p>Prompts of a few tokens are answered at once, a token a millisecond; one of 10,000 tokens waits 100 s for the first.
 */
final class Siege implements AutoCloseable {
    /** What blocks has a thread to itself: the common pool of a small machine has only one for all. */
    static final Executor OWN_THREAD = task -> {
        Thread thread = new Thread(task, "siege");
        thread.setDaemon(true);
        thread.start();
    };

    /** Waits for its first token until its client leaves. */
    static final String SILENT = Messages.request(9, true, "!".repeat(10_000));

    /** Streams until its client leaves. */
    static final String ENDLESS = Messages.request(100_000, true, "one");

    static final String SHORT = Messages.request(2, false, "one");

    private static final String HEALTHY = Messages.request(20, true, "one two");
    private static final String PROFILE =
            "slots: 2\nprefill: {per_token_squared: 1us}\ndecode: {token_time: 1ms}\nanswer_tokens: unlimited\n";

    private final Instruments record =
            new Instruments(new TruthStore(Optional.empty()), new Lateness(), new InFlight());
    private final HttpServer server;
    private volatile boolean over;
    private CompletableFuture<Integer> healthy = CompletableFuture.completedFuture(0);

    private Siege(Profile profile, Limits limits) throws IOException {
        Apis apis = Apis.of(ApiOptions.permissive(), () -> 0, () -> Instant.EPOCH);
        server = HttpServer.start(
                Listening.on("127.0.0.1", 0, 1).within(limits),
                new Serving(new IsolatedService(profile.service()), apis, new FaultPlan(List.of(), 1), 0, record));
    }

    static Siege lay(Limits limits) throws IOException {
        return lay(PROFILE, limits);
    }

    /** Answers everybody at once, and any number at a time. */
    static Siege layForReaders() throws IOException {
        return lay("decode: {token_time: 0ms}\nanswer_tokens: unlimited\n", Limits.standard());
    }

    private static Siege lay(String profile, Limits limits) throws IOException {
        Path file = Files.createTempFile("siege", ".yaml");
        try {
            Files.writeString(file, profile);
            return new Siege(Profiles.load(file.toString()), limits);
        } finally {
            Files.delete(file);
        }
    }

    /** Lets the client that behaves begin; it has read one stream when this returns. */
    void begin() throws IOException {
        over = false;
        RawClient client = client();
        String first = stream(client);
        healthy = CompletableFuture.supplyAsync(() -> askOnAndOn(client, first), OWN_THREAD);
    }

    /** Ends the attack, and checks that it left no trace. */
    void verify() throws IOException {
        over = true;
        assertThat(healthy.join()).isPositive();
        awaitNobody();
        try (RawClient holder = client();
                RawClient next = client()) {
            holder.post(ENDLESS);
            holder.head();
            holder.chunk();
            assertThat(answer(next, SHORT)).startsWith("HTTP/1.1 200");
        }
        awaitNobody();
    }

    /** Waits until nothing is left of any client; a body may still be read when its connection is gone. */
    private void awaitNobody() {
        while (server.connections() > 0 || record.inFlight().count() > 0 || server.bodyBytes() > 0) {
            Thread.onSpinWait();
        }
    }

    HttpServer server() {
        return server;
    }

    RawClient client() throws IOException {
        return new RawClient(uri());
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    void awaitInFlight(int requests) {
        while (record.inFlight().count() != requests) {
            Thread.onSpinWait();
        }
    }

    /** Asks for a whole answer, and returns its head and its body. */
    static String answer(RawClient client, String request, String... headers) throws IOException {
        client.post(request, headers);
        String head = client.head();
        return head + "\n" + client.body(head);
    }

    private int askOnAndOn(RawClient client, String expected) {
        try (client) {
            int streams = 1;
            while (!over) {
                assertThat(stream(client)).isEqualTo(expected);
                streams++;
            }
            return streams;
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static String stream(RawClient client) throws IOException {
        client.post(HEALTHY, "x-request-key: healthy");
        client.head();
        String body = client.chunks();
        assertThat(Messages.events(body)).hasSizeGreaterThan(20);
        return body;
    }

    @Override
    public void close() {
        server.close();
    }
}
