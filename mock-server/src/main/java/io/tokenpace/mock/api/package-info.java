/**
 * The APIs, Anthropic's and the OpenAI-compatible one: what a request must look like and how an answer is written.
 *
 * <p>Start with {@link io.tokenpace.mock.api.MessagesReader}, which reads and checks a request, and
 * {@link io.tokenpace.mock.api.MessageStream}, which writes the events of an answer. Refusals are
 * {@link io.tokenpace.mock.api.RefusedException}s that carry the real error body. What differs from model to model
 * stands in {@code models.yaml}.
 *
 * <p>The OpenAI-compatible API has a reader and a stream of its own, {@link io.tokenpace.mock.api.OpenAiReader} and
 * {@link io.tokenpace.mock.api.OpenAiStream}; what both APIs give to the playing of an answer is an
 * {@link io.tokenpace.mock.api.AnswerRequest} and an {@link io.tokenpace.mock.api.AnswerStream}.
 *
 * <p>The prompt tokens of a request are those of its system text, of the texts of its messages, of its tools' results,
 * and of all strings in its tools' definitions.
 *
 * <p>May import {@code model} and {@code text}, and of Netty its buffers.
 */
package io.tokenpace.mock.api;
