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
    private final byte[] request;
    private final List<Gap> gaps = new ArrayList<>();

    private ClientHarness(Client client, byte[] request) {
        this.client = client;
        this.loop = client.loops().get(0);
        this.request = request;
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
        Endpoint endpoint = Endpoint.parse(url);
        byte[] body = format.body(Ask.of("claude-opus-4-20250514", prompt, 256));
        Client client = Client.open(endpoint, format, timeouts, 1, clock);
        return new ClientHarness(client, new RequestEncoder(endpoint, format).encode(body));
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
        return await(start());
    }

    CompletableFuture<Exchange> start() {
        CompletableFuture<Exchange> ended = new CompletableFuture<>();
        loop.execute(() -> sendNow(ended));
        return ended;
    }

    /** Sends a request between two acts, all before the loop can see what either of them did. */
    Exchange sendBetween(Runnable before, Runnable after) throws Exception {
        CompletableFuture<Exchange> ended = new CompletableFuture<>();
        loop.execute(() -> {
            before.run();
            sendNow(ended);
            after.run();
        });
        return await(ended);
    }

    private void sendNow(CompletableFuture<Exchange> ended) {
        long now = loop.now();
        gaps.clear();
        loop.send(new Exchange(new PreparedRequest(0, false, 0, 1, 256, 0, request), now, now, exchange -> {
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
