package io.tokenpace.bench.client;

import static io.tokenpace.bench.client.ExchangeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.SslProvider;
import io.tokenpace.bench.outcome.ErrorKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A name behind which there are several addresses, not all of them alive. */
class SeveralAddressesTest {
    private static final InetAddress LIVE = address(1);
    private static final InetAddress DEAD = address(2);

    @Test
    void shouldGoOnWithTheNextAddressWhereOneRefuses() throws Exception {
        try (RawServer server = RawServer.playing(Scripts::answerOnce);
                ClientHarness client = client(server, DEAD, LIVE)) {
            assertThat(client.send()).succeeded();
        }
    }

    @Test
    void shouldGoOnWithTheNextAddressWhereOneIsSilent() throws Exception {
        try (RawServer server = RawServer.playing(Scripts::answerOnce);
                Silence silence = new Silence(port(server));
                ClientHarness client = client(server, DEAD, LIVE)) {
            assertThat(client.send()).succeeded();
            assertThat(silence.isKept()).isTrue();
        }
    }

    @Test
    void shouldFailOnceEveryAddressHas() throws Exception {
        try (RawServer server = RawServer.playing(Scripts::answerOnce);
                ClientHarness client = client(server, DEAD, address(3))) {
            assertThat(client.send()).failedWith(ErrorKind.CONNECT).says("refused");
        }
    }

    @Test
    void shouldConnectToAddressesInTurn() throws Exception {
        try (RawServer one = RawServer.playing(Scripts::answerOnce, Scripts::answerOnce);
                RawServer other = RawServer.playing(DEAD, port(one), Scripts::answerOnce);
                ClientHarness client = client(one, LIVE, DEAD)) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.send()).succeeded();
            }
            assertThat(one.connections()).isEqualTo(2);
            assertThat(other.connections()).isEqualTo(1);
        }
    }

    private static ClientHarness client(RawServer server, InetAddress... addresses) throws Exception {
        Target target = Target.of(Endpoint.parse("http://service.test:" + port(server)));
        return ClientHarness.to(
                target, new Platform(host -> List.of(addresses), SslProvider.JDK), ClientHarness.PATIENT);
    }

    private static int port(RawServer server) {
        return Endpoint.parse(server.url()).port();
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A listener whose queue is full: it answers no connection at all. */
    private static final class Silence implements AutoCloseable {
        private static final int ENOUGH = 16;
        private final ServerSocket listener;
        private final List<SocketChannel> queue = new ArrayList<>();

        Silence(int port) throws IOException {
            listener = new ServerSocket(port, 1, DEAD);
            for (int i = 0; i < ENOUGH; i++) {
                SocketChannel waiting = SocketChannel.open();
                waiting.configureBlocking(false);
                waiting.connect(new InetSocketAddress(DEAD, port));
                queue.add(waiting);
            }
        }

        /** Returns whether the last of those that wait does so still. */
        boolean isKept() throws IOException {
            return !queue.get(ENOUGH - 1).finishConnect();
        }

        @Override
        public void close() throws IOException {
            for (SocketChannel waiting : queue) {
                waiting.close();
            }
            listener.close();
        }
    }
}
