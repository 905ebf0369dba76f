package io.tokenpace.mock.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Joins the parts of a request to its prompt, and checks where the breakpoints of its cache lie. */
final class PromptAssembly {
    private static final int MAX_BREAKPOINTS = 4;
    private static final long TOOLS = 1;
    private static final long SYSTEM = 2;

    private PromptAssembly() {}

    static Prompt of(Draft draft, List<Turn> turns) throws RefusedException {
        List<PromptBlock> blocks = new ArrayList<>();
        draft.tools().forEach(tool -> blocks.add(tool.prompt().in(TOOLS)));
        draft.system().forEach(part -> blocks.add(part.in(SYSTEM)));
        for (Turn turn : turns) {
            long place = Fingerprint.of(turn.role().name());
            turn.blocks().forEach(block -> blocks.add(block.prompt().in(place)));
        }
        JsonNode automatic = draft.control("cache_control");
        if (!automatic.isMissingNode() && !blocks.isEmpty()) {
            addAutomatic(blocks, CacheControl.read(automatic, "cache_control"));
        }
        checkBreakpoints(blocks);
        return new Prompt(blocks);
    }

    /** Makes the last block a breakpoint, as a {@code cache_control} of the whole request asks for. */
    private static void addAutomatic(List<PromptBlock> blocks, Optional<CacheTtl> asked) throws RefusedException {
        if (asked.isEmpty()) {
            return;
        }
        PromptBlock last = blocks.get(blocks.size() - 1);
        Refusal.require(
                last.cached().isEmpty() || last.cached().equals(asked),
                "cache_control: the last block has a cache_control with another ttl");
        blocks.set(blocks.size() - 1, last.cachedFor(asked.orElseThrow()));
    }

    private static void checkBreakpoints(List<PromptBlock> blocks) throws RefusedException {
        List<PromptBlock> breakpoints =
                blocks.stream().filter(block -> block.cached().isPresent()).toList();
        Refusal.require(
                breakpoints.size() <= MAX_BREAKPOINTS,
                "A maximum of " + MAX_BREAKPOINTS + " blocks with cache_control may be provided. Found "
                        + breakpoints.size() + ".");
        boolean fiveMinutesSeen = false;
        for (PromptBlock breakpoint : breakpoints) {
            boolean fiveMinutes = breakpoint.cached().orElseThrow() == CacheTtl.FIVE_MINUTES;
            Refusal.require(
                    fiveMinutes || !fiveMinutesSeen,
                    breakpoint.path() + ".cache_control.ttl: a ttl='1h' cache_control block must not come after a "
                            + "ttl='5m' cache_control block. Note that blocks are processed in the following order: "
                            + "`tools`, `system`, `messages`.");
            fiveMinutesSeen |= fiveMinutes;
        }
    }
}
