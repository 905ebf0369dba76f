package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.mock.http.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Comes in numbers: connections that say nothing, requests without end, readers that do not read. */
@Timeout(120)
class HostileManyTest {
    private static final int MANY = 1_000;

    private final List<RawClient> clients = new ArrayList<>();

    @AfterEach
    void leave() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
    }

    @Test
    void shouldNotCareWhenManyConnectionsSayNothing() throws IOException {
        try (Siege siege = Siege.lay(Limits.standard())) {
            for (int i = 0; i < MANY; i++) {
                clients.add(siege.client());
            }
            siege.begin();
            leave();
            siege.verify();
        }
    }

    @Test
    void shouldRefuseAConnectionBeyondTheLimitAndAcceptAgainOnceOneHasLeft() throws IOException {
        try (Siege siege = Siege.lay(Limits.standard().withConnections(2));
                RawClient first = siege.client();
                RawClient second = siege.client()) {
            Siege.answer(first, Siege.SHORT);
            Siege.answer(second, Siege.SHORT);
            try (RawClient third = siege.client()) {
                assertThat(third.readToEnd()).startsWith("HTTP/1.1 503 ").contains("connection: close");
            }
            assertThat(siege.server().refusedConnections()).isEqualTo(1);
            assertThat(siege.server().connections()).isEqualTo(2);

            first.leave();
            while (siege.server().connections() == 2) {
                Thread.onSpinWait();
            }
            try (RawClient fourth = siege.client()) {
                assertThat(Siege.answer(fourth, Siege.SHORT)).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @Test
    void shouldAnswerInOrderWhenTenThousandRequestsComeAtOnce() throws IOException {
        int requests = 10_000;
        try (Siege siege = Siege.lay(Limits.standard())) {
            siege.begin();
            try (RawClient client = siege.client()) {
                CompletableFuture<Void> sent =
                        CompletableFuture.runAsync(() -> sendPaths(client, requests), Siege.OWN_THREAD);
                for (int i = 0; i < requests; i++) {
                    assertThat(client.body(client.head())).contains("Not found: /" + i + "\"");
                }
                sent.join();
            }
            siege.verify();
        }
    }

    @Test
    void shouldKeepTheOrderWhenLongAndShortRequestsComeTogether() throws IOException {
        String longRequest = "{\"model\":\"" + "m".repeat(200_000) + "\"}";
        try (Siege siege = Siege.lay(Limits.standard())) {
            siege.begin();
            try (RawClient client = siege.client()) {
                client.post(longRequest);
                client.post("{}");
                client.post(Siege.SHORT);
                client.post(longRequest.replace("model", "x"));
                assertThat(client.body(client.head())).contains("max_tokens: Field required");
                assertThat(client.body(client.head())).contains("model: Field required");
                assertThat(client.head()).startsWith("HTTP/1.1 200 ");
            }
            siege.verify();
        }
    }

    @Test
    void shouldStaySmallWhenManyReadersDoNotRead() throws IOException {
        long highWater = 64 * 1024;
        long oneWrite = 256 * 1024;
        // Every chunk repeats the name, so that few of them fill what the kernel takes.
        String endless = "{'model':'" + "m".repeat(500)
                + "','max_tokens':20000,'stream':true,'messages':[{'role':'user','content':'one'}]}";
        try (Siege siege = Siege.layForReaders()) {
            for (int i = 0; i < MANY; i++) {
                RawClient client = new RawClient(siege.uri(), 4_096);
                clients.add(client);
                Completions.post(client, Completions.CHAT, endless);
            }
            long lowWater = 16 * 1024;
            while (siege.server().unsentBytes() < MANY * lowWater) {
                Thread.onSpinWait();
            }
            try (RawClient healthy = siege.client()) {
                for (int i = 0; i < 20; i++) {
                    healthy.post(Messages.request(100, true, "one"));
                    healthy.head();
                    assertThat(Messages.events(healthy.chunks())).hasSizeGreaterThan(100);
                }
            }
            assertThat(siege.server().unsentBytes()).isLessThan(MANY * (highWater + oneWrite));
            leave();
            siege.awaitInFlight(0);
        }
    }

    private static void sendPaths(RawClient client, int requests) {
        try {
            for (int i = 0; i < requests; i++) {
                client.send("GET /" + i + " HTTP/1.1\r\nhost: mock\r\nanthropic-version: 2023-06-01\r\n\r\n");
            }
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }
}
