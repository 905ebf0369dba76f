/**
 * The Anthropic Messages API: what a request must look like and how an answer is written.
 *
 * <p>Start with {@link io.tokenpace.mock.api.MessagesReader}, which reads and checks a request, and
 * {@link io.tokenpace.mock.api.MessageStream}, which writes the events of an answer. Refusals are
 * {@link io.tokenpace.mock.api.RefusedException}s that carry the real error body.
 *
 * <p>May import {@code model} and {@code text}, and of Netty its buffers.
 */
package io.tokenpace.mock.api;
