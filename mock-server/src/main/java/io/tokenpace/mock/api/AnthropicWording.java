package io.tokenpace.mock.api;

import io.tokenpace.mock.model.RequestKey;

/** Makes the content blocks of Anthropic's messages. */
record AnthropicWording(RequestKey key) implements Wording<ContentBlock> {
    @Override
    public ContentBlock thinking(int tokens, ThinkingAsk ask, Words words) {
        return new ThinkingBlock(tokens, ask.summarized(), words, key);
    }

    @Override
    public ContentBlock text(Words words, StopMatch cut) {
        return new TextBlock(words, cut);
    }

    @Override
    public ContentBlock call(Tool tool, ToolInput input, int tokens) {
        return new ToolUseBlock(tool, key, input, tokens);
    }
}
