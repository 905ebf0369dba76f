package io.tokenpace.bench.wire;

import java.util.List;

/**
 * What one side said at a time.
 *
 * @param passages its pieces, at least one
 */
public record Turn(Role role, List<Passage> passages) {
    /** Who speaks. */
    public enum Role {
        USER,
        ASSISTANT
    }

    public Turn {
        if (passages.isEmpty()) {
            throw new IllegalArgumentException("passages must not be empty");
        }
        passages = List.copyOf(passages);
    }

    public static Turn user(String text) {
        return new Turn(Role.USER, List.of(Passage.of(text)));
    }

    public static Turn assistant(String text) {
        return new Turn(Role.ASSISTANT, List.of(Passage.of(text)));
    }
}
