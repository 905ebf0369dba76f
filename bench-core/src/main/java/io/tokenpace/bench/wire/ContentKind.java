package io.tokenpace.bench.wire;

/** What a piece of content is to whoever waits for it. */
public enum ContentKind {
    TEXT,
    THINKING,
    TOOL_INPUT
}
