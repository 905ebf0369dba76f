/**
 * Text files as a stream of excerpts, whatever their size: {@link io.tokenpace.bench.workload.source.TextFile} opens one,
 * {@link io.tokenpace.bench.workload.source.Excerpts} cuts it into lines or elements, and
 * {@link io.tokenpace.bench.workload.source.Reading} makes values of them. Imports nothing.
 */
package io.tokenpace.bench.workload.source;
