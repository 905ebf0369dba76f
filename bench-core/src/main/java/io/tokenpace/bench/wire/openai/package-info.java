/**
 * The APIs in OpenAI's manner. {@link io.tokenpace.bench.wire.openai.ChatFormat} and
 * {@link io.tokenpace.bench.wire.openai.CompletionsFormat} are the ways in; {@link io.tokenpace.bench.wire.openai.Dialect}
 * says what a service of that kind takes. Imports {@code wire} and {@code outcome}.
 */
package io.tokenpace.bench.wire.openai;
