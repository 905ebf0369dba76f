package io.tokenpace.bench.workload.dataset;

/** How a dataset writes a sample: the member of its object that tells. */
public enum DatasetFormat {
    /** One prompt: <code>{"prompt": "…", "max_tokens": 64}</code>. */
    PROMPTS("prompt"),

    /** Messages as in OpenAI's API: <code>{"messages": [{"role": "user", "content": "…"}], "max_tokens": 64}</code>. */
    MESSAGES("messages"),

    /** Conversations as ShareGPT exports them: <code>{"id": "…", "conversations": [{"from": "human", "value": "…"}]}</code>. */
    SHAREGPT("conversations");

    private final String key;

    DatasetFormat(String key) {
        this.key = key;
    }

    /** Returns the name of the member that holds what is said. */
    String key() {
        return key;
    }
}
