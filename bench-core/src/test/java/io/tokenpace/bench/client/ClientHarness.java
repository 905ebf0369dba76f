package io.tokenpace.bench.client;

import io.tokenpace.bench.clock.NanoClock;
import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.WireFormat;
import io.tokenpace.bench.wire.anthropic.AnthropicFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A client of one loop that sends one request after the other, and holds at its end that none was left in flight. */
final class ClientHarness implements AutoCloseable {
    static final Timeouts PATIENT = Timeouts.DEFAULT;
    private static final long PATIENCE_SECONDS = 20;

    private final Client client;
    private final ClientLoop loop;
    private final RequestEncoder encoder;
    private final byte[] body;
    private final List<Gap> gaps = new ArrayList<>();

    private ClientHarness(Client client, RequestEncoder encoder, byte[] body) {
        this.client = client;
        this.loop = client.loops().get(0);
        this.encoder = encoder;
        this.body = body;
    }

    /** A gap between arrivals, and how many events with content ended it. */
    record Gap(long nanos, int events) {}

    static ClientHarness to(String url) throws Exception {
        return to(url, PATIENT);
    }

    static ClientHarness to(String url, Timeouts timeouts) throws Exception {
        return to(url, timeouts, "Hello.", NanoClock.SYSTEM);
    }

    static ClientHarness to(String url, Timeouts timeouts, String prompt, NanoClock clock) throws Exception {
        return to(url, timeouts, prompt, clock, new AnthropicFormat());
    }

    private static ClientHarness to(String url, Timeouts timeouts, String prompt, NanoClock clock, WireFormat format)
            throws Exception {
        Target target = Target.of(Endpoint.parse(url));
        return of(Client.open(target, format, timeouts, 1, clock), target, format, prompt);
    }

    /** A client to any target. */
    static ClientHarness to(Target target) throws Exception {
        return to(target, Platform.detected(), PATIENT);
    }

    /** A client on another kind of machine. */
    static ClientHarness to(Target target, Platform platform, Timeouts timeouts) throws Exception {
        WireFormat format = new AnthropicFormat();
        Client client = Client.open(target, format, timeouts, 1, NanoClock.SYSTEM, platform);
        return of(client, target, format, "Hello.");
    }

    private static ClientHarness of(Client client, Target target, WireFormat format, String prompt) {
        byte[] body = format.body(Ask.of("claude-opus-4-20250514", prompt, 256));
        return new ClientHarness(client, new RequestEncoder(target, format), body);
    }

    static ClientHarness to(String url, WireFormat format) throws Exception {
        return to(url, PATIENT, "Hello.", NanoClock.SYSTEM, format);
    }

    /** Sends a request to a server that reads it, then plays the script, and returns the exchange once it has ended. */
    static Exchange answerTo(RawServer.Script script) throws Exception {
        try (RawServer server = RawServer.playing(peer -> {
                    peer.request();
                    script.play(peer);
                });
                ClientHarness client = to(server.url())) {
            return client.send();
        }
    }

    static Timeouts timeouts(Duration firstToken, Duration idle, Duration total) {
        return new Timeouts(Duration.ofSeconds(10), firstToken, idle, total);
    }

    /** Sends a request and returns its exchange once it has ended. */
    Exchange send() throws Exception {
        return send(0);
    }

    /** Sends the request of this number, which decides on its endpoint. */
    Exchange send(long index) throws Exception {
        return await(start(index));
    }

    CompletableFuture<Exchange> start() {
        return start(0);
    }

    CompletableFuture<Exchange> start(long index) {
        CompletableFuture<Exchange> ended = new CompletableFuture<>();
        loop.execute(() -> sendNow(index, ended));
        return ended;
    }

    /** Opens connections that wait for requests, and returns the words of those that could not be opened. */
    List<String> openAhead(int connections) throws Exception {
        return CompletableFuture.supplyAsync(() -> loop.openAhead(connections), loop)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Sends a request between two acts, all before the loop can see what either of them did. */
    Exchange sendBetween(Runnable before, Runnable after) throws Exception {
        CompletableFuture<Exchange> ended = new CompletableFuture<>();
        loop.execute(() -> {
            before.run();
            sendNow(0, ended);
            after.run();
        });
        return await(ended);
    }

    private void sendNow(long index, CompletableFuture<Exchange> ended) {
        long now = loop.now();
        gaps.clear();
        byte[] bytes = encoder.encode(index, body);
        loop.send(new Exchange(new PreparedRequest(index, false, 0, 1, 256, 0, bytes), now, now, exchange -> {
            exchange.arrivals().forEach((nanos, events) -> gaps.add(new Gap(nanos, events)));
            ended.complete(exchange);
        }));
    }

    static Exchange await(CompletableFuture<Exchange> ended)
            throws InterruptedException, ExecutionException, TimeoutException {
        return ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Returns the gaps of the exchange that ended last. */
    List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    /** Returns how many connections the loop keeps track of. */
    int openConnections() {
        return CompletableFuture.supplyAsync(loop::openConnections, loop).join();
    }

    ClientLoop loop() {
        return loop;
    }

    @Override
    public void close() {
        long busy = loop.gauge().count();
        client.close();
        if (busy != 0) {
            throw new AssertionError(busy + " connections are still booked as busy");
        }
    }
}
