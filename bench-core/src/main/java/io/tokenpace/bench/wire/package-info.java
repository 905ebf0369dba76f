/**
 * What a request asks, how a format writes it and how its answer is read. Start with
 * {@link io.tokenpace.bench.wire.WireFormat}; an {@link io.tokenpace.bench.wire.Answer} gathers what has been read. Formats
 * read JSON through a {@link io.tokenpace.bench.wire.DocumentReader}, and what repeats by its
 * {@link io.tokenpace.bench.wire.EventShapes}. Imports {@code outcome}.
 */
package io.tokenpace.bench.wire;
