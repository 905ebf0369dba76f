/**
 * The load generator's side of the wire. {@link io.tokenpace.bench.client.Client} opens event loops, each a
 * {@link io.tokenpace.bench.client.ClientLoop} with connections of its own; an
 * {@link io.tokenpace.bench.client.Exchange} is one request and its answer, with every stamp. Imports {@code wire},
 * {@code wire.http}, {@code wire.sse}, {@code outcome} and {@code clock}; the only place that knows Netty's transports.
 */
package io.tokenpace.bench.client;
