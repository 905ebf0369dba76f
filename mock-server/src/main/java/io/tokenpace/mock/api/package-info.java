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
 * <p>An answer is a sequence of {@link io.tokenpace.mock.api.TokenRun}s, put together by
 * {@link io.tokenpace.mock.api.Composition} before the service model says when each token is there. It is the same for
 * both APIs; how a run is written is up to their {@link io.tokenpace.mock.api.Wording}s, as a
 * {@link io.tokenpace.mock.api.ContentBlock} or an {@link io.tokenpace.mock.api.OpenAiPart}:
 *
 * <ul>
 *   <li>Thinking, where the request asks for it, or the service does so of itself and the request does not forbid it. It
 *       takes as many tokens as the service says, 256 if it does not, within its budget and three quarters of
 *       {@code max_tokens}. Its summary has a word for every four tokens begun;
 *       reasoning in a completion is shown word by word.
 *   <li>A text, cut off before the first stop sequence in it. The tokens that spell the sequence are generated, take
 *       their time and are counted.
 *   <li>Or the call of a tool: always if the request forces one, else for every second request that brings tools, after
 *       up to 24 words. It ends with its JSON, however long answers are otherwise; where {@code max_tokens} cuts the JSON
 *       off, a stream has the part of it that there is, and a whole answer the keys that are complete.
 * </ul>
 *
 * <p>The prompt tokens of a request are those of its system text, of the texts of its messages, of its tools' results,
 * and of all strings in its tools' definitions.
 *
 * <p>May import {@code model} and {@code text}, and of Netty its buffers.
 */
package io.tokenpace.mock.api;
