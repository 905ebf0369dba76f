package io.tokenpace.mock.api;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads a {@code cache_control}, the mark of a breakpoint. */
final class CacheControl {
    private CacheControl() {}

    /** Returns the time to live that it asks for, or nothing if it is {@code null}. */
    static Optional<CacheTtl> read(JsonNode control, String path) throws RefusedException {
        if (control.isNull()) {
            return Optional.empty();
        }
        Refusal.require(control.isObject(), path + ": Input should be an object");
        Refusal.require(control.has("type"), path + ".type: Field required");
        Refusal.require(
                control.path("type").asString("").equals("ephemeral"), path + ".type: Input should be 'ephemeral'");
        JsonNode ttl = control.path("ttl");
        if (ttl.isMissingNode() || ttl.isNull() || ttl.asString("").equals("5m")) {
            return Optional.of(CacheTtl.FIVE_MINUTES);
        }
        Refusal.require(ttl.asString("").equals("1h"), path + ".ttl: Input should be '5m' or '1h'");
        return Optional.of(CacheTtl.ONE_HOUR);
    }
}
