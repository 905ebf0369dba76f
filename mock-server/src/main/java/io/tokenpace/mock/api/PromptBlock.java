package io.tokenpace.mock.api;

import java.util.Optional;

/**
 * One block of a prompt: a tool, a part of the system text, or a part of a message.
 *
 * @param hash what tells its content from others, without its {@code cache_control}
 * @param tokens how long it is
 * @param cached the time to live of the prefix that ends with it, if it is a breakpoint
 * @param path where it stands in the request
 */
record PromptBlock(long hash, int tokens, Optional<CacheTtl> cached, String path) {
    PromptBlock in(long place) {
        return new PromptBlock(Fingerprint.join(place, hash), tokens, cached, path);
    }

    PromptBlock cachedFor(CacheTtl ttl) {
        return new PromptBlock(hash, tokens, Optional.of(ttl), path);
    }
}
