package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenpace.mock.profile.Profile;
import io.tokenpace.mock.profile.Profiles;
import io.tokenpace.mock.truth.Ending;
import io.tokenpace.mock.truth.RequestTruth;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MockServerTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void shouldServeManyConnectionsOnSeveralLoops() throws IOException {
        Profile slots = profile("decode: {token_time: 10us}\nslots: 3");
        List<RawClient> clients = new ArrayList<>();
        try (MockServer server = MockServer.start(MockOptions.of(slots).withLoops(2))) {
            for (int i = 0; i < 60; i++) {
                RawClient client = new RawClient(server.uri());
                clients.add(client);
                client.post(Messages.request(i + 1, i % 2 == 0, "a"));
            }
            for (int i = 0; i < 60; i++) {
                String head = clients.get(i).head();
                if (i % 2 == 0) {
                    assertThat(Messages.events(clients.get(i).chunks())).hasSize(7 + i);
                } else {
                    JsonNode whole = JSON.readTree(clients.get(i).body(head));
                    assertThat(whole.at("/usage/output_tokens").intValue()).isEqualTo(i + 1);
                }
            }
            await(() -> server.inFlight() == 0);
            assertThat(server.requests()).isEqualTo(60);
        } finally {
            for (RawClient client : clients) {
                client.close();
            }
        }
    }

    @Test
    void shouldTellTheTruthAboutEveryEvent() throws IOException {
        try (MockServer server = MockServer.start(MockOptions.of(quick()));
                RawClient client = new RawClient(server.uri())) {
            client.post(Messages.request(20, true, "one two three"), "x-request-key: me");
            String id = RawClient.header(client.head(), "request-id");
            client.chunks();
            await(() -> server.inFlight() == 0);
            RequestTruth truth = server.truth(id).orElseThrow();

            assertThat(truth.key()).isEqualTo("me");
            assertThat(truth.account().promptTokens()).isEqualTo(3);
            assertThat(truth.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(truth.events().written()).isEqualTo(22);
            assertThat(truth.events().flushed()).isEqualTo(22);
            assertThat(truth.events().scheduledNanos(0)).isEqualTo(truth.receivedNanos() + 1_000_000);
            // 1 ms network, 2 + 3 · 1 ms prefill, then a token every 0.75 ms
            assertThat(truth.events().scheduledNanos(1)).isEqualTo(truth.receivedNanos() + 6_000_000);
            assertThat(truth.events().scheduledNanos(20)).isEqualTo(truth.receivedNanos() + 6_000_000 + 19 * 750_000);
            assertThat(IntStream.range(0, 22))
                    .allMatch(event ->
                            truth.events().writtenNanos(event) >= truth.events().scheduledNanos(event)
                                    && truth.events().flushedNanos(event)
                                            >= truth.events().writtenNanos(event));
            assertThat(server.lateness().getTotalCount()).isEqualTo(22);
            assertThat(server.truth("req_unknown")).isEmpty();
        }
    }

    @Test
    void shouldIntegrateTheRequestsInFlight() throws IOException {
        try (MockServer server = MockServer.start(MockOptions.of(quick()));
                RawClient client = new RawClient(server.uri())) {
            client.post(Messages.request(20, true, "one two three"));
            String id = RawClient.header(client.head(), "request-id");
            client.chunks();
            await(() -> server.inFlight() == 0);
            RequestTruth truth = server.truth(id).orElseThrow();

            long modelled = truth.events().scheduledNanos(21) - truth.receivedNanos();
            assertThat(server.inFlightNanos(System.nanoTime()))
                    .isGreaterThanOrEqualTo(modelled)
                    .isLessThan(modelled + TimeUnit.SECONDS.toNanos(5));
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void shouldStopWhenTheClientLeavesAndFreeTheSlot() throws IOException {
        Profile oneSlot = profile("decode: {token_time: 50ms}\nslots: 1");
        try (MockServer server = MockServer.start(MockOptions.of(oneSlot))) {
            String id;
            try (RawClient leaver = new RawClient(server.uri());
                    RawClient waiter = new RawClient(server.uri())) {
                leaver.post(Messages.request(100_000, true, "a"));
                id = RawClient.header(leaver.head(), "request-id");
                leaver.chunk();
                waiter.post(Messages.request(1, true, "a"));
                waiter.head();
                leaver.leave();
                // Without the slot the answer would come after 5,000 s.
                assertThat(Messages.events(waiter.chunks())).hasSize(7);
            }
            await(() -> server.inFlight() == 0);
            assertThat(server.truth(id).orElseThrow().ending()).isEqualTo(Ending.CUT);
        }
    }

    @Test
    void shouldWaitForASlowReaderAndLoseNothing() throws IOException {
        try (MockServer server = start("instant");
                RawClient client = new RawClient(server.uri())) {
            client.post(Messages.request(100_000, true, "a"));
            client.head();
            client.chunk();
            // Some 17 MB do not fit the sockets' buffers, so the answer cannot end before it is read.
            await(() -> server.lateness().getTotalCount() > 100);
            assertThat(server.inFlight()).isEqualTo(1);
            assertThat(Messages.events(client.chunks())).hasSize(100_003);
        }
    }

    @Test
    void shouldLetNothingOutDuringAStall() throws IOException {
        Profile stalled = profile("decode: {token_time: 1ms}\nstalls: [{from: 0ms, for: 200ms}]");
        try (MockServer server = MockServer.start(MockOptions.of(stalled));
                RawClient client = new RawClient(server.uri())) {
            client.post(Messages.request(250, true, "a"));
            String id = RawClient.header(client.head(), "request-id");
            client.chunks();
            await(() -> server.inFlight() == 0);
            RequestTruth truth = server.truth(id).orElseThrow();

            long endNanos = truth.receivedNanos() + 200_000_000;
            assertThat(truth.events().writtenNanos(0)).isGreaterThanOrEqualTo(endNanos);
            assertThat(IntStream.rangeClosed(0, 201))
                    .allMatch(event -> truth.events().scheduledNanos(event) == endNanos);
            assertThat(truth.events().scheduledNanos(250)).isEqualTo(truth.receivedNanos() + 249_000_000);
        }
    }

    @Test
    void shouldForgetARequestThatBreaksOff() throws IOException {
        try (MockServer server = start("instant");
                RawClient whole = new RawClient(server.uri())) {
            try (RawClient half = new RawClient(server.uri())) {
                half.send("POST /v1/messages HTTP/1.1\r\nhost: mock\r\ncontent-length: 100\r\n\r\n{");
            }
            whole.post(Messages.request(1, false, "a"));
            whole.head();
            await(() -> server.inFlight() == 0);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void shouldStreamTheTruthToAFile() throws IOException {
        Path file = folder.resolve("truth.jsonl");
        try (MockServer server = MockServer.start(
                        MockOptions.of(Profiles.load("instant")).withTruthLog(file));
                RawClient client = new RawClient(server.uri())) {
            client.post(Messages.request(2, true, "a"), "x-request-key: logged");
            client.head();
            client.chunks();
            assertThat(server.truthDropped()).isZero();
        }
        List<JsonNode> lines =
                Files.readAllLines(file).stream().map(JSON::readTree).toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).at("/schema").stringValue()).isEqualTo("tokenpace.truth/1");
        assertThat(lines.get(1).at("/key").stringValue()).isEqualTo("logged");
        assertThat(lines.get(1).at("/flushed_ns").size()).isEqualTo(4);
        assertThat(lines.get(2).at("/dropped_requests").longValue()).isZero();
    }

    @Test
    void shouldCutStreamsThatDoNotEndWhenClosed() throws IOException {
        MockServer server = MockServer.start(MockOptions.of(profile("decode: {token_time: 1h}")));
        try (RawClient client = new RawClient(server.uri())) {
            client.post(Messages.request(10, true, "a"));
            client.head();
            client.chunk();
            client.chunk();
            server.close();
            assertThat(client.isClosedByServer()).isTrue();
            assertThat(server.inFlight()).isZero();
        } finally {
            server.close();
        }
    }

    @Test
    void shouldLetAnswersEndWhenClosed() throws IOException {
        Path file = folder.resolve("truth.jsonl");
        MockServer server = MockServer.start(MockOptions.of(profile("decode: {token_time: 1ms}"))
                .withTruthLog(file)
                .withGrace(Duration.ofHours(1)));
        try (RawClient client = new RawClient(server.uri())) {
            client.post(Messages.request(300, true, "a"));
            client.head();
            client.chunk();
            server.close();
            assertThat(Messages.events(client.chunks())).hasSize(303);
            assertThat(client.isClosedByServer()).isTrue();
        } finally {
            server.close();
        }
        assertThat(server.cut()).isZero();
        assertThat(Files.readAllLines(file)).hasSize(3).element(1).asString().contains("\"ending\":\"complete\"");
    }

    @Test
    void shouldCutAnswersBeyondTheGraceAndLogThem() throws IOException {
        Path file = folder.resolve("truth.jsonl");
        MockServer server = MockServer.start(MockOptions.of(profile("decode: {token_time: 1h}"))
                .withTruthLog(file)
                .withGrace(Duration.ZERO));
        try (RawClient client = new RawClient(server.uri())) {
            client.post(Messages.request(10, true, "a"));
            client.head();
            server.close();
            client.readToEnd();
        } finally {
            server.close();
        }
        assertThat(server.cut()).isEqualTo(1);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains("\"ending\":\"cut\"");
        assertThat(lines.get(2)).isEqualTo("{\"dropped_requests\":0}");
    }

    @Test
    void shouldNotWaitForIdleConnectionsWhenClosed() throws IOException {
        MockServer server =
                MockServer.start(MockOptions.of(Profiles.load("instant")).withGrace(Duration.ofHours(1)));
        try (RawClient used = new RawClient(server.uri());
                RawClient silent = new RawClient(server.uri())) {
            used.post(Messages.request(1, true, "a"));
            used.head();
            used.chunks();
            server.close();
            assertThat(used.isClosedByServer()).isTrue();
            assertThat(silent.isClosedByServer()).isTrue();
        } finally {
            server.close();
        }
    }

    @Test
    void shouldSayInOneLineThatAPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            MockOptions options = MockOptions.of(Profiles.load("instant")).withPort(taken.getLocalPort());
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> MockServer.start(options))
                    .withMessageContaining("cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
        }
    }

    @Test
    void shouldSayInOneLineThatAHostIsUnknown() {
        MockOptions options = MockOptions.of(Profiles.load("instant")).withHost("no-such-host.invalid");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> MockServer.start(options))
                .withMessageStartingWith("cannot listen on no-such-host.invalid:0: ")
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    private static MockServer start(String profile) throws IOException {
        return MockServer.start(MockOptions.of(Profiles.load(profile)));
    }

    private Profile quick() throws IOException {
        return profile("network: 1ms\nprefill: {fixed: 2ms, per_token: 1ms}\ndecode: {token_time: 0.75ms}");
    }

    private Profile profile(String yaml) throws IOException {
        return Profiles.load(
                Files.writeString(folder.resolve("profile.yaml"), yaml).toString());
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
