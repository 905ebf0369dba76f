package io.tokenpace.mock.api;

import io.tokenpace.mock.text.Sampling;

/** What the server needs to know of a request. */
public final class MessagesRequest implements AnswerRequest {
    private final String name;
    private final Model model;
    private final int maxTokens;
    private final int promptTokens;
    private final Prompt prompt;
    private final boolean stream;
    private final Sampling sampling;
    private final ContentAsk content;

    MessagesRequest(
            String name,
            Model model,
            int maxTokens,
            int promptTokens,
            Prompt prompt,
            boolean stream,
            Sampling sampling,
            ContentAsk content) {
        this.name = name;
        this.model = model;
        this.maxTokens = maxTokens;
        this.promptTokens = promptTokens;
        this.prompt = prompt;
        this.stream = stream;
        this.sampling = sampling;
        this.content = content;
    }

    /** The model's name as the request gave it, which the answer repeats. */
    public String model() {
        return name;
    }

    @Override
    public int maxTokens() {
        return maxTokens;
    }

    /** Tokens of the tools, the system text and the messages. */
    @Override
    public int promptTokens() {
        return promptTokens;
    }

    @Override
    public boolean stream() {
        return stream;
    }

    /** How to draw the words of the answer. */
    public Sampling sampling() {
        return sampling;
    }

    Model limits() {
        return model;
    }

    Prompt prompt() {
        return prompt;
    }

    ContentAsk content() {
        return content;
    }
}
