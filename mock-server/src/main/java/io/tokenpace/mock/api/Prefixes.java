package io.tokenpace.mock.api;

/** Every prefix of a prompt that ends with a block: its hash, its tokens, and its time to live if it is a breakpoint. */
final class Prefixes {
    private final Prompt prompt;
    private final long[] hashes;
    private final int[] tokens;

    /** The prefixes of this prompt, as this model caches them: what one model has read is of no use to another. */
    Prefixes(Prompt prompt, String model) {
        this.prompt = prompt;
        hashes = new long[size()];
        tokens = new int[size()];
        long hash = Fingerprint.of(model);
        int sum = 0;
        for (int i = 0; i < size(); i++) {
            hash = Fingerprint.join(hash, prompt.blocks().get(i).hash());
            sum += prompt.blocks().get(i).tokens();
            hashes[i] = hash;
            tokens[i] = sum;
        }
    }

    int size() {
        return prompt.blocks().size();
    }

    /** Returns the hash of the prefix that ends with {@code block}. */
    long hash(int block) {
        return hashes[block];
    }

    /** Returns the tokens of the prefix that ends with {@code block}; none before the first. */
    int tokens(int block) {
        return block < 0 ? 0 : tokens[block];
    }

    boolean isBreakpoint(int block) {
        return prompt.blocks().get(block).cached().isPresent();
    }

    CacheTtl ttl(int block) {
        return prompt.blocks().get(block).cached().orElseThrow();
    }
}
