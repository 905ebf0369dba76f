/**
 * What the figures say: {@link io.tokenpace.bench.analysis.PrefillFit} draws the line through prompt sizes and first
 * tokens, {@link io.tokenpace.bench.analysis.ErrorLimit} gates a run by its failures,
 * {@link io.tokenpace.bench.analysis.Saturation} tells when an open load is more than its service bears,
 * {@link io.tokenpace.bench.analysis.StampComparison} how wrong a client's stamps are. Imports {@code outcome}, {@code
 * draw} and {@code result}.
 */
package io.tokenpace.bench.analysis;
