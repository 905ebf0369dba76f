/**
 * What the figures say: {@link io.tokenpace.bench.analysis.PrefillFit} draws the line through prompt sizes and first
 * tokens, {@link io.tokenpace.bench.analysis.ErrorLimit} gates a run by its failures. Imports {@code outcome}, {@code
 * draw} and {@code result}.
 */
package io.tokenpace.bench.analysis;
