package io.tokenpace.mock.api;

/**
 * Makes the parts of one answer in the terms of one API.
 *
 * @param <B> such a part
 */
interface Wording<B extends TokenRun> {
    /** Makes the thinking: so many tokens, shown as {@code ask} says in as many of the words as it takes. */
    B thinking(int tokens, ThinkingAsk ask, Words words);

    /** Makes a text of which {@code cut} says how much is shown. */
    B text(Words words, StopMatch cut);

    /** Makes the call of a tool whose input is cut off after so many tokens, if it is longer. */
    B call(Tool tool, ToolInput input, int tokens);
}
