package io.tokenpace.mock.api;

import io.tokenpace.mock.text.Sampling;

/** What the server needs to know of a request for a completion. */
public final class OpenAiRequest implements AnswerRequest {
    private final OpenAiKind kind;
    private final String name;
    private final Model model;
    private final Prompt prompt;
    private final int promptTokens;
    private final int minTokens;
    private final int maxTokens;
    private final OpenAiStreaming streaming;
    private final Sampling sampling;
    private final ContentAsk content;

    OpenAiRequest(
            OpenAiKind kind,
            String name,
            Model model,
            Prompt prompt,
            int minTokens,
            int maxTokens,
            OpenAiStreaming streaming,
            Sampling sampling,
            ContentAsk content) {
        this.kind = kind;
        this.name = name;
        this.model = model;
        this.prompt = prompt;
        this.promptTokens = prompt.tokens();
        this.minTokens = minTokens;
        this.maxTokens = maxTokens;
        this.streaming = streaming;
        this.sampling = sampling;
        this.content = content;
    }

    /** The model's name as the request gave it, which the answer repeats. */
    public String model() {
        return name;
    }

    @Override
    public int promptTokens() {
        return promptTokens;
    }

    /** Tokens to answer at least, whatever the answer's natural length; as many as at most if it must not end by itself. */
    @Override
    public int minTokens() {
        return minTokens;
    }

    @Override
    public int maxTokens() {
        return maxTokens;
    }

    @Override
    public boolean stream() {
        return streaming.stream();
    }

    /** How to draw the words of the answer. */
    public Sampling sampling() {
        return sampling;
    }

    ContentAsk content() {
        return content;
    }

    /** What is to be completed. */
    public OpenAiKind kind() {
        return kind;
    }

    OpenAiStreaming streaming() {
        return streaming;
    }

    Model limits() {
        return model;
    }

    Prompt prompt() {
        return prompt;
    }
}
