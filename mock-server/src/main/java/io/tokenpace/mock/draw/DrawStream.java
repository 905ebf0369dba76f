package io.tokenpace.mock.draw;

/**
 * The draws of one key for one purpose: a pure function from an index to a value.
 *
 * <pre>{@code
 * DrawStream pace = DrawStream.of(requestKey, Purpose.PACE);
 * double nanos = distribution.quantile(pace.uniform(0));
 * }</pre>
 */
public record DrawStream(long base) {
    /** One unit in the last place of a 52-bit fraction. */
    private static final double STEP = 0x1.0p-52;

    /** Returns the stream of {@code key} for {@code purpose}. */
    public static DrawStream of(long key, Purpose purpose) {
        return new DrawStream(Mixing.mix(key, purpose.number()));
    }

    /** Returns 64 random bits. */
    public long bits(long index) {
        return Mixing.mix(base + (index + 1) * Mixing.GOLDEN_STEP);
    }

    /**
     * Returns a number strictly between 0 and 1, where every distribution has a finite value.
     *
     * <p>52 bits and a half are 53, all that a double holds: the largest result is 1 − 2⁻⁵³, never rounded up to 1.
     */
    public double uniform(long index) {
        return ((bits(index) >>> 12) + 0.5) * STEP;
    }

    /** Returns an integer from 0 to {@code bound} − 1, each equally likely to within one part in 2³²/bound. */
    public int below(int bound, long index) {
        return (int) (((bits(index) >>> 32) * bound) >>> 32);
    }
}
