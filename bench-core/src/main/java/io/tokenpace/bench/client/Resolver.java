package io.tokenpace.bench.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses behind a name. */
@FunctionalInterface
interface Resolver {
    /** Returns the addresses, the preferred one first; at least one. */
    List<InetAddress> lookUp(String host) throws UnknownHostException;
}
