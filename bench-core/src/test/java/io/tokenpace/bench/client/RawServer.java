package io.tokenpace.bench.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;

/** A server whose every byte the test decides: the n-th connection is played by the n-th script. */
final class RawServer implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final ServerSocket listener;
    private final List<Script> scripts;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private RawServer(ServerSocket listener, List<Script> scripts) {
        this.listener = listener;
        this.scripts = scripts;
    }

    /** What the server does with one connection; it is closed at the end. */
    @FunctionalInterface
    interface Script {
        void play(Peer peer) throws IOException, InterruptedException;
    }

    static RawServer playing(Script... scripts) throws IOException {
        return playing(InetAddress.getLoopbackAddress(), 0, scripts);
    }

    static RawServer playing(InetAddress address, int port, Script... scripts) throws IOException {
        return playing(new ServerSocket(port, 50, address), scripts);
    }

    static RawServer playing(ServerSocket listener, Script... scripts) {
        RawServer server = new RawServer(listener, List.of(scripts));
        daemon(server::accept);
        return server;
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return listener.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                int number = connections.getAndIncrement();
                sockets.add(socket);
                daemon(() -> play(socket, number));
            }
        } catch (IOException e) {
            // The test is over: the listener was closed.
        }
    }

    private void play(Socket socket, int number) {
        try (socket) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            if (number < scripts.size()) {
                scripts.get(number).play(new Peer(socket));
            }
        } catch (IOException e) {
            // The client has gone, which the test sees from the client's side.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** The server's end of one connection. */
    static final class Peer {
        private final Socket socket;
        private final InputStream in;

        private Peer(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
        }

        /** Reads one whole request. */
        String request() throws IOException {
            String head = head();
            String length = head.toLowerCase(Locale.ROOT).replaceAll("(?s).*content-length: (\\d+).*", "$1");
            return head + new String(in.readNBytes(Integer.parseInt(length)), UTF_8);
        }

        /** Reads up to the first empty line. */
        String head() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new EOFException("the client closed");
                }
                head.append((char) next);
            }
            return head.toString();
        }

        byte[] read(int count) throws IOException {
            return in.readNBytes(count);
        }

        void send(int... bytes) throws IOException {
            for (int next : bytes) {
                socket.getOutputStream().write(next);
            }
            socket.getOutputStream().flush();
        }

        /** Passes on whatever comes, either way, until one side closes. */
        void relayTo(RawServer service) throws IOException {
            try (Socket onward = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
                daemon(() -> copy(in, onward));
                copy(onward.getInputStream(), socket);
            }
        }

        private static void copy(InputStream from, Socket to) {
            try (to) {
                from.transferTo(to.getOutputStream());
            } catch (IOException e) {
                // One side has gone, and now the other.
            }
        }

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(UTF_8));
            socket.getOutputStream().flush();
        }

        /** Asks for new TLS keys, of which a reader of the plain text learns nothing. */
        void renewKeys() throws IOException {
            ((SSLSocket) socket).startHandshake();
        }

        /** Returns when the TLS session was agreed on, which may have been on an earlier connection. */
        long sessionMillis() {
            return ((SSLSocket) socket).getSession().getCreationTime();
        }

        /** Sends nothing more, but goes on reading. */
        void halfClose() throws IOException {
            socket.shutdownOutput();
        }

        void close() throws IOException {
            socket.close();
        }

        /** Closes so that the client meets a reset. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Waits until the client closes, passing over whatever it sends. */
        void awaitClose() throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
