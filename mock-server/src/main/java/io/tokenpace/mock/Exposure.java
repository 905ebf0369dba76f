package io.tokenpace.mock;

import java.net.InetAddress;
import java.util.Optional;

/** Whether other machines can reach a server. */
final class Exposure {
    private Exposure() {}

    /** Returns what to say about a server that was told {@code host} and is bound to {@code bound}, if anything. */
    static Optional<String> warning(String host, InetAddress bound) {
        return bound.isLoopbackAddress()
                ? Optional.empty()
                : Optional.of("warning: listening on " + host
                        + ", beyond this machine: anybody who reaches it can use it, and it checks no key");
    }
}
