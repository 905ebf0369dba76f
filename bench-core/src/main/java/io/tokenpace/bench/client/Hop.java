package io.tokenpace.bench.client;

import java.net.InetSocketAddress;

/**
 * One of the addresses that an endpoint can be reached by.
 *
 * @param address where the socket connects to
 */
record Hop(InetSocketAddress address) {}
