package io.tokenpace.mock.model;

import java.util.List;
import java.util.Optional;

/**
 * An answer whose length and parts are settled before its request is admitted.
 *
 * @param length all of its tokens, and what ended it
 * @param stretches how they leave; tokens beyond the last stretch show nothing, and only put off the end
 * @param pause what interrupts the work on them, if anything does
 */
public record Script(AnswerLength length, List<Stretch> stretches, Optional<Pause> pause) {
    public Script {
        stretches = List.copyOf(stretches);
        int shown = stretches.stream().mapToInt(Stretch::tokens).sum();
        if (shown > length.tokens()) {
            throw new IllegalArgumentException(
                    "stretches (" + shown + " tokens) must not be longer than the answer (" + length.tokens() + ")");
        }
    }

    /** An answer that is worked on without a pause. */
    public Script(AnswerLength length, List<Stretch> stretches) {
        this(length, stretches, Optional.empty());
    }

    /** Returns the same answer with a pause. */
    public Script interrupted(Pause newPause) {
        return new Script(length, stretches, Optional.of(newPause));
    }

    /** An answer in one stretch whose tokens may each have an event of their own. */
    public static Script plain(AnswerLength length) {
        return new Script(length, length.tokens() == 0 ? List.of() : List.of(Stretch.apart(length.tokens())));
    }

    /** Whether every token shows something, and may have an event of its own. */
    boolean isPlain() {
        return stretches.equals(plain(length).stretches());
    }
}
