/**
 * The Anthropic Messages API. {@link io.tokenpace.bench.wire.anthropic.AnthropicFormat} is the way in. Imports {@code
 * wire} and {@code outcome}.
 */
package io.tokenpace.bench.wire.anthropic;
