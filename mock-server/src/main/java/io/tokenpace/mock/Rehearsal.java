package io.tokenpace.mock;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tokenpace.mock.api.ApiOptions;
import io.tokenpace.mock.api.Apis;
import io.tokenpace.mock.fault.FaultPlan;
import io.tokenpace.mock.http.Encryption;
import io.tokenpace.mock.http.HttpServer;
import io.tokenpace.mock.http.Limits;
import io.tokenpace.mock.http.Listening;
import io.tokenpace.mock.http.Serving;
import io.tokenpace.mock.model.IsolatedService;
import io.tokenpace.mock.profile.Profiles;
import io.tokenpace.mock.truth.InFlight;
import io.tokenpace.mock.truth.Instruments;
import io.tokenpace.mock.truth.Lateness;
import io.tokenpace.mock.truth.TruthStore;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.SocketFactory;

/**
 * Serves one answer of each API on a server of its own, which is then thrown away.
 *
 * <p>Without it the first request of a fresh process is answered some 20 ms late, while classes are loaded; and the
 * first request is all that a probe sends.
 */
final class Rehearsal {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final String BODY = "{\"model\":\"rehearsal\",\"max_tokens\":64,\"stream\":true,"
            + "\"thinking\":{\"type\":\"adaptive\"},"
            + "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"one two\"}]}]}";

    private Rehearsal() {}

    static void hold(Optional<Encryption> tls) throws IOException {
        Instruments record = new Instruments(new TruthStore(Optional.empty()), new Lateness(), new InFlight());
        IsolatedService service = new IsolatedService(Profiles.load("instant").service());
        Apis apis = Apis.of(ApiOptions.permissive(), System::nanoTime, InstantSource.system());
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        SocketFactory sockets = tls.map(Encryption::trustingSockets).orElseGet(SocketFactory::getDefault);
        try (HttpServer server = HttpServer.start(
                new Listening(host, 0, 1, tls, Limits.standard()),
                new Serving(service, apis, new FaultPlan(List.of(), 1), 0, record))) {
            ask(sockets, server.address(), "/v1/messages");
            ask(sockets, server.address(), "/v1/chat/completions");
        }
    }

    private static void ask(SocketFactory sockets, InetSocketAddress server, String path) throws IOException {
        try (Socket client = sockets.createSocket(server.getAddress(), server.getPort())) {
            client.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = client.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nhost: rehearsal\r\nanthropic-version: 2023-06-01\r\n"
                            + "connection: close\r\ncontent-length: " + BODY.length() + "\r\n\r\n" + BODY)
                    .getBytes(US_ASCII));
            client.getInputStream().readAllBytes();
        }
    }
}
