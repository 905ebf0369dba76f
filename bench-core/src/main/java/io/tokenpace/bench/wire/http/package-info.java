/**
 * Incremental reading of HTTP/1.1 answers, as strict as a client can be that asks for little.
 * {@link io.tokenpace.bench.wire.http.AnswerDecoder} is the place to start: one for a connection; what it finds goes to
 * an {@link io.tokenpace.bench.wire.http.AnswerParts}. Imports nothing but Netty's buffers.
 */
package io.tokenpace.bench.wire.http;
