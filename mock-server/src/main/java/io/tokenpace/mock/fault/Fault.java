package io.tokenpace.mock.fault;

import io.tokenpace.mock.draw.DrawStream;
import io.tokenpace.mock.draw.Purpose;
import java.util.OptionalInt;

/**
 * One thing that goes wrong with an answer.
 *
 * <pre>{@code
 * Fault fault = Fault.parse("stall for=2s");
 * Fault here = fault.placed(key.bits(), 64); // stall token=17 for=2s
 * }</pre>
 *
 * @param effect what it does
 * @param token at which token of the answer, counted from 1, with 0 for its head; empty while that is not drawn, and for
 *     what happens to the answer as a whole
 */
public record Fault(Effect effect, OptionalInt token) {
    /** Draws below this index tell which rules of a profile strike. */
    private static final int PLACE_INDEX = 1_000_000;

    public Fault {
        if (token.isPresent() && token.getAsInt() < 0) {
            throw new IllegalArgumentException("token (" + token.getAsInt() + ") must be zero or positive");
        }
    }

    /** What happens to an answer as a whole. */
    static Fault ofAnswer(Effect effect) {
        return new Fault(effect, OptionalInt.empty());
    }

    /**
     * Reads a fault: its name and its parameters, with blanks between.
     *
     * @throws IllegalArgumentException in one line that names the value and the rule
     */
    public static Fault parse(String text) {
        return FaultReader.read(text);
    }

    /** Returns the same fault at a token: its own, or else one of the {@code tokens} of the answer, drawn for its key. */
    public Fault placed(long key, int tokens) {
        if (!effect.isPlaced() || token.isPresent() || tokens == 0) {
            return this;
        }
        int drawn = 1 + DrawStream.of(key, Purpose.FAULT).below(tokens, PLACE_INDEX);
        return new Fault(effect, OptionalInt.of(drawn));
    }

    /** Returns the same fault on a clock that runs {@code scale} times as fast. */
    Fault atTimeScale(double scale) {
        return new Fault(effect.atTimeScale(scale), token);
    }

    /** Whether an answer of this length, streamed or not, has a place for it. */
    public boolean fits(int tokens, boolean streamed) {
        boolean reached = !effect.isPlaced() || token.orElse(Integer.MAX_VALUE) <= tokens;
        return reached && (streamed || !effect.needsStream());
    }

    /** The name of what it does. */
    public String name() {
        return effect.name();
    }

    /** Writes it as it is read. */
    @Override
    public String toString() {
        return name() + (token.isPresent() ? " token=" + token.getAsInt() : "") + effect.parameters();
    }
}
