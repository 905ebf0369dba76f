package io.tokenpace.bench.client;

import java.net.InetSocketAddress;

/**
 * One of the addresses that an endpoint can be reached by.
 *
 * @param address where the socket connects to
 * @param destination where a tunnel is to lead from there, perhaps a name for the proxy to look up; the address itself
 *     where there is no tunnel
 */
record Hop(InetSocketAddress address, InetSocketAddress destination) {
    static Hop to(InetSocketAddress address) {
        return new Hop(address, address);
    }
}
