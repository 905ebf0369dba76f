package io.tokenpace.bench.wire;

/**
 * A piece of a prompt.
 *
 * @param text its words
 * @param cached whether the service is asked to keep everything up to its end in its prompt cache, where it asks to be asked
 */
public record Passage(String text, boolean cached) {
    /** Returns a piece that nobody asks to be kept. */
    public static Passage of(String text) {
        return new Passage(text, false);
    }
}
