package io.tokenpace.mock.http;

import java.util.Optional;

/**
 * Where a server listens.
 *
 * @param host the address to bind
 * @param port the port to bind; 0 takes any free one
 * @param loops how many event loops serve the connections
 * @param tls who the server is over TLS; without it HTTP is spoken in the clear
 * @param limits what is borne of clients
 */
public record Listening(String host, int port, int loops, Optional<Encryption> tls, Limits limits) {
    public Listening {
        if (loops < 1) {
            throw new IllegalArgumentException("loops (" + loops + ") must be at least 1");
        }
    }

    /** In the clear, within the usual limits. */
    public static Listening on(String host, int port, int loops) {
        return new Listening(host, port, loops, Optional.empty(), Limits.standard());
    }

    /** The same within other limits. */
    public Listening within(Limits newLimits) {
        return new Listening(host, port, loops, tls, newLimits);
    }
}
