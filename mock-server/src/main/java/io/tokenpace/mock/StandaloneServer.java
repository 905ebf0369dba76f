package io.tokenpace.mock;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.HdrHistogram.Histogram;

/**
 * A mock server with a process to itself: tells where it listens, serves until the process is told to stop, and then
 * says what it has done.
 */
public final class StandaloneServer {
    private final MockOptions options;
    private final MockServer server;
    private final PrintWriter err;

    private StandaloneServer(MockOptions options, MockServer server, PrintWriter err) {
        this.options = options;
        this.server = server;
        this.err = err;
    }

    /**
     * Serves; the first line on {@code out} tells the address, and what there is to warn of goes to {@code err}.
     *
     * <p>Returns never, but ends with the process. Answers under way when it is told to stop have the options' grace; a
     * second signal ends it at once.
     *
     * @throws IOException in one line, if it cannot start
     */
    public static void run(MockOptions options, PrintWriter out, PrintWriter err)
            throws IOException, InterruptedException {
        MockServer.rehearse(options);
        StandaloneServer standalone = new StandaloneServer(options, MockServer.start(options), err);
        Runtime.getRuntime().addShutdownHook(new Thread(standalone::stop, "mock-close"));
        standalone.warn();
        out.println("listening " + standalone.server.uri());
        out.flush();
        new CountDownLatch(1).await();
    }

    private void warn() {
        Exposure.warning(options.host(), server.boundAddress()).ifPresent(this::say);
        if (options.tls() && options.tlsCertificate().isEmpty()) {
            say("no client trusts the certificate yet, for it was made just now; --tls-certificate FILE writes it");
        }
    }

    private void stop() {
        SecondSignal.endsAtOnce();
        Optional<Histogram> hiccups = server.hiccups();
        say(StopLines.stopping(server.inFlight(), options.grace()));
        try {
            server.close();
        } catch (UncheckedIOException e) {
            say(e.getMessage());
        }
        say(StopLines.served(server.requests(), server.cut(), server.lateness(), hiccups));
    }

    private void say(String line) {
        err.println(line);
        err.flush();
    }
}
