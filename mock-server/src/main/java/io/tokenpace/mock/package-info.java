/**
 * A server that speaks an LLM's API with a known timing, and tells the truth about what it sent.
 *
 * <p>Start with {@link io.tokenpace.mock.MockServer}, the facade for programs; {@link io.tokenpace.mock.MockMain} is the
 * same for the command line. Nothing imports this package.
 *
 * <p>May import every other package of the module, and no Netty.
 */
package io.tokenpace.mock;
