/**
 * Incremental reading of server-sent events. {@link io.tokenpace.bench.wire.sse.SseReader} is the place to start: one
 * for an event loop, with one {@link io.tokenpace.bench.wire.sse.SseStream} for each connection. Imports nothing but
 * Netty's buffers.
 */
package io.tokenpace.bench.wire.sse;
