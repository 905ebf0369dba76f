/**
 * Text: how tokens are counted, and what answers say.
 *
 * <p>Start with {@link io.tokenpace.mock.text.TokenCount}, the one rule by which this server counts tokens, wherever it
 * counts them. A run of ASCII letters counts one token for every 12 letters begun, a run of ASCII digits one for every 3
 * digits begun. A single space directly before such a run belongs to it and counts nothing; any other run of whitespace
 * counts one. Every other ASCII character counts one, and so does every code point beyond ASCII. The prompt tokens of
 * a request are the sum over its system text, the texts of its messages, and every string in the definitions of its
 * tools: names, descriptions, and the values in their schemas. Roles, the names of keys and the structure of the JSON count
 * nothing. A tool's input is counted the other way: the answer's tokens are those of its JSON text, since it is written
 * out. {@link io.tokenpace.mock.text.AnswerText} draws the words of an answer, each of which is one token by that rule,
 * from a small table of next-token logits by the {@link io.tokenpace.mock.text.Sampling} that the request asks for.
 *
 * <p>May import {@code draw}.
 */
package io.tokenpace.mock.text;
