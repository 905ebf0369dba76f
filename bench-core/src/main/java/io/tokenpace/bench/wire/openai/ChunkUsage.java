package io.tokenpace.bench.wire.openai;

import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.wire.Answer;
import tools.jackson.core.JsonParser;

/**
 * The {@code usage} of one chunk. It is cumulative wherever it comes: in a last chunk of its own, or with every chunk,
 * where a service sends it throughout.
 */
final class ChunkUsage {
    private int promptTokens;
    private int cachedTokens;
    private int completionTokens;
    private int reasoningTokens;

    void clear() {
        promptTokens = Usage.UNKNOWN;
        cachedTokens = Usage.UNKNOWN;
        completionTokens = Usage.UNKNOWN;
        reasoningTokens = Usage.UNKNOWN;
    }

    void set(ChunkPlace place, String name, JsonParser parser) {
        switch (place) {
            case USAGE -> {
                if (name.equals("prompt_tokens")) {
                    promptTokens = parser.getIntValue();
                } else if (name.equals("completion_tokens")) {
                    completionTokens = parser.getIntValue();
                }
            }
            case PROMPT_DETAILS -> {
                if (name.equals("cached_tokens")) {
                    cachedTokens = parser.getIntValue();
                }
            }
            case COMPLETION_DETAILS -> {
                if (name.equals("reasoning_tokens")) {
                    reasoningTokens = parser.getIntValue();
                }
            }
            default -> {}
        }
    }

    /** Replaces what the answer knew. The prompt's count includes what was cached, an answer's does not. */
    void applyTo(Answer answer) {
        if (promptTokens >= 0) {
            answer.inputTokens(Math.max(0, promptTokens - Math.max(0, cachedTokens)));
        }
        if (cachedTokens >= 0) {
            answer.cacheReadTokens(cachedTokens);
        }
        if (completionTokens >= 0) {
            answer.outputTokens(completionTokens);
        }
        if (reasoningTokens >= 0) {
            answer.thinkingTokens(reasoningTokens);
        }
        forgetShownThinking(answer);
    }

    /**
     * Thinking tokens stand for thinking that was counted and not streamed. Services of this kind either show all of it, in
     * which case its tokens came like any others, or nothing.
     */
    static void forgetShownThinking(Answer answer) {
        if (answer.contentEvents() > answer.visibleEvents()) {
            answer.thinkingTokens(Usage.UNKNOWN);
        }
    }

    boolean isEmpty() {
        return promptTokens < 0 && cachedTokens < 0 && completionTokens < 0 && reasoningTokens < 0;
    }
}
