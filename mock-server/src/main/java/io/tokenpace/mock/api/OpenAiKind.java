package io.tokenpace.mock.api;

/** What is completed: a conversation, or a text. */
public enum OpenAiKind {
    /** {@code POST /v1/chat/completions}. No default is published; this one keeps an endless answer from running on. */
    CHAT("messages", "chatcmpl-", "chat.completion", "chat.completion.chunk", 4_096, 1),
    /** {@code POST /v1/completions}, whose documented default is 16 tokens. */
    TEXT("prompt", "cmpl-", "text_completion", "text_completion", 16, 0);

    private final String promptField;
    private final String idPrefix;
    private final String wholeObject;
    private final String chunkObject;
    private final int defaultMaxTokens;
    private final int leastMaxTokens;

    OpenAiKind(
            String promptField,
            String idPrefix,
            String wholeObject,
            String chunkObject,
            int defaultMaxTokens,
            int leastMaxTokens) {
        this.promptField = promptField;
        this.idPrefix = idPrefix;
        this.wholeObject = wholeObject;
        this.chunkObject = chunkObject;
        this.defaultMaxTokens = defaultMaxTokens;
        this.leastMaxTokens = leastMaxTokens;
    }

    /** The field that holds what the model reads. */
    String promptField() {
        return promptField;
    }

    String idPrefix() {
        return idPrefix;
    }

    /** The name of an answer in one piece. */
    String wholeObject() {
        return wholeObject;
    }

    /** The name of an answer's piece. */
    String chunkObject() {
        return chunkObject;
    }

    /** Tokens of an answer at most, if the request does not say. */
    int defaultMaxTokens() {
        return defaultMaxTokens;
    }

    /** The smallest ceiling that a request may set. */
    int leastMaxTokens() {
        return leastMaxTokens;
    }
}
