package io.tokenpace.mock.api;

import io.tokenpace.mock.model.RequestKey;

/**
 * Makes the parts of completions.
 *
 * <p>Reasoning is shown word by word under {@code reasoning}, as current vLLM does. Older servers call it
 * {@code reasoning_content}; a client that reads both names would take the words for twice as many if both were there.
 */
record OpenAiWording(OpenAiKind kind, RequestKey key) implements Wording<OpenAiPart> {
    @Override
    public OpenAiPart thinking(int tokens, ThinkingAsk ask, Words words) {
        return OpenAiWords.reasoning(words, tokens);
    }

    @Override
    public OpenAiPart text(Words words, StopMatch cut) {
        return kind == OpenAiKind.CHAT ? OpenAiWords.content(words, cut) : OpenAiWords.text(words, cut);
    }

    @Override
    public OpenAiPart call(Tool tool, ToolInput input, int tokens) {
        return new OpenAiCall(tool, key, input, tokens);
    }
}
