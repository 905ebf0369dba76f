/**
 * Requests that were really sent to some service, by time and size: {@link io.tokenpace.bench.workload.trace.Traces} opens
 * a file, {@link io.tokenpace.bench.workload.trace.Trace} gives its requests as they are to be replayed,
 * {@link io.tokenpace.bench.workload.trace.PrefixBlocks} makes the text of their prompts. Imports {@code workload}, {@code wire},
 * {@code workload.source} and {@code draw}.
 */
package io.tokenpace.bench.workload.trace;
