package io.tokenpace.mock.api;

import java.util.List;

/** Everything that a model reads for a request, in the order of its prefixes: tools, system text, messages. */
record Prompt(List<PromptBlock> blocks) {
    Prompt {
        blocks = List.copyOf(blocks);
    }

    int tokens() {
        return blocks.stream().mapToInt(PromptBlock::tokens).sum();
    }

    boolean hasBreakpoint() {
        return blocks.stream().anyMatch(block -> block.cached().isPresent());
    }
}
