/**
 * Seeded draws: {@link io.tokenpace.bench.draw.Draws} gives the value that belongs to an index, so that neither order
 * nor concurrency changes what a run does. Imports nothing.
 */
package io.tokenpace.bench.draw;
