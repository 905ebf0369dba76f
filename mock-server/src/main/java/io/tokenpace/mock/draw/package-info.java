/**
 * Counter-based draws and the distributions they are drawn from.
 *
 * <p>A draw is a pure function of a key, a purpose and an index, so neither the order in which requests arrive nor the
 * thread that serves them can change what a request draws. Start with {@link io.tokenpace.mock.draw.DrawStream}; a
 * {@link io.tokenpace.mock.draw.Distribution} turns one uniform draw into one value.
 *
 * <p>Imports nothing of this project.
 */
package io.tokenpace.mock.draw;
