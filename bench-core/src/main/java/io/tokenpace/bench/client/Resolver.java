package io.tokenpace.bench.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses behind a name. */
@FunctionalInterface
interface Resolver {
    /** The machine's own. */
    Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /** Returns the addresses, the preferred one first; at least one. */
    List<InetAddress> lookUp(String host) throws UnknownHostException;
}
