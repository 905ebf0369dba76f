package io.tokenpace.bench.draw;

/**
 * Counter-based random numbers: each is a pure function of the seed, the stream's name and an index.
 *
 * <p>The mixer is Stafford's variant 13, the finaliser of SplitMix64, applied to a Weyl sequence; every index therefore
 * sees the same 64 well-mixed bits whenever, and from whichever thread, it asks.
 */
public final class Draws {
    private static final long WEYL_STEP = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-52;

    private final long key;

    private Draws(long key) {
        this.key = key;
    }

    /** Returns the named stream of a seed; streams of other names are independent of it. */
    public static Draws of(long seed, String stream) {
        long key = mix(seed);
        for (int i = 0; i < stream.length(); i++) {
            key = mix(key + WEYL_STEP * (stream.charAt(i) + 1));
        }
        return new Draws(key);
    }

    /** Returns the stream that belongs to one index of this one, for drawing several values an item. */
    public Draws fork(long index) {
        return new Draws(bits(index));
    }

    /** Returns 64 random bits. */
    public long bits(long index) {
        return mix(key + WEYL_STEP * (index + 1));
    }

    /** Returns a number in the open interval (0, 1). */
    public double uniform(long index) {
        // 52 bits and a half: with one bit more the largest would round to 1.
        return ((bits(index) >>> 12) + 0.5) * UNIT;
    }

    /** Returns an integer in [0, bound); the bias is below bound / 2⁶³. */
    public int below(int bound, long index) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound (" + bound + ") must be positive");
        }
        return (int) ((bits(index) >>> 1) % bound);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
