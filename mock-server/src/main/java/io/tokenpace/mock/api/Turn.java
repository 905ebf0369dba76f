package io.tokenpace.mock.api;

import java.util.List;

/** One message of a conversation, as it was read. */
record Turn(Role role, List<BlockReader.Block> blocks) {
    /** Who speaks. */
    enum Role {
        USER,
        ASSISTANT,
        SYSTEM
    }

    Turn {
        blocks = List.copyOf(blocks);
    }
}
