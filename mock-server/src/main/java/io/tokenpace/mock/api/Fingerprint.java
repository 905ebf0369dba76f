package io.tokenpace.mock.api;

/**
 * Hashes of what prompts consist of, four characters at a time.
 *
 * <p>Prefixes whose hashes agree count as the same. Among a million prefixes the chance that any two do so by accident
 * is about 3 in 10⁸; nobody here makes them collide on purpose.
 */
final class Fingerprint {
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long FIRST_FACTOR = 0xBF58476D1CE4E5B9L;
    private static final long SECOND_FACTOR = 0x94D049BB133111EBL;
    private static final int CHARS_PER_WORD = 4;

    private Fingerprint() {}

    static long of(CharSequence text) {
        long hash = text.length();
        int at = 0;
        for (; at + CHARS_PER_WORD <= text.length(); at += CHARS_PER_WORD) {
            long word = text.charAt(at)
                    | (long) text.charAt(at + 1) << 16
                    | (long) text.charAt(at + 2) << 32
                    | (long) text.charAt(at + 3) << 48;
            hash = (hash ^ word) * FIRST_FACTOR;
            hash ^= hash >>> 32;
        }
        for (; at < text.length(); at++) {
            hash = join(hash, text.charAt(at));
        }
        return join(hash, STEP);
    }

    /** Joins two hashes into one; their order matters. */
    static long join(long first, long second) {
        long hash = (first + STEP) * FIRST_FACTOR ^ second;
        hash = (hash ^ (hash >>> 30)) * FIRST_FACTOR;
        hash = (hash ^ (hash >>> 27)) * SECOND_FACTOR;
        return hash ^ (hash >>> 31);
    }
}
