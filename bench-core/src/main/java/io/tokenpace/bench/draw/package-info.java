/**
 * Seeded draws and what is drawn: {@link io.tokenpace.bench.draw.Draws} gives the uniform number that belongs to an index,
 * {@link io.tokenpace.bench.draw.SizeSpec} and {@link io.tokenpace.bench.draw.TimeSpec} the size or the time that belongs
 * to a uniform number, so that neither order nor concurrency changes what a run does. Imports nothing.
 */
package io.tokenpace.bench.draw;
