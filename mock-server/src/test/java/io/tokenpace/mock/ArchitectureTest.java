package io.tokenpace.mock;

import io.tokenpace.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void shouldKeepToTheTable() {
        HouseRules.of("io.tokenpace.mock")
                .room("draw")
                .room("truth")
                .room("model", "draw")
                .room("fault", "draw")
                .room("profile", "fault", "model", "draw")
                .room("text", "draw")
                .room("api", "model", "text")
                .room("http", "api", "fault", "model", "text", "truth")
                .room("", "draw", "fault", "truth", "model", "profile", "text", "api", "http")
                .nettyBuffers("api", "http")
                .netty("http")
                .check();
    }
}
