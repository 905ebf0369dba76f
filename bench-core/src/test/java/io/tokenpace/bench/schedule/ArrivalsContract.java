package io.tokenpace.bench.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every schedule keeps, whatever its distances and rates. */
abstract class ArrivalsContract {
    private static final int MANY = 60_000;
    private static final double STANDARD_ERRORS = 5;

    /** Begins the schedule anew. */
    abstract Arrivals arrivals(long seed);

    /** Returns how many requests its rates make one expect in so many seconds. */
    abstract double expectedIn(double seconds);

    /** Returns how much wider than that of a Poisson process the spread of its counts is. */
    abstract double spread();

    static long[] take(Arrivals arrivals, int count) {
        return LongStream.generate(arrivals::nextOffsetNanos).limit(count).toArray();
    }

    @Test
    void shouldNeverGoBackwardsFromTheStart() {
        long before = 0;
        for (long offset : take(arrivals(1), MANY)) {
            assertThat(offset).isGreaterThanOrEqualTo(before);
            before = offset;
        }
    }

    @Test
    void shouldRepeatWithTheSameSeed() {
        assertThat(take(arrivals(7), MANY)).isEqualTo(take(arrivals(7), MANY));
    }

    @Test
    void shouldNotDependOnWhoElseAsksWhen() {
        long[] alone = take(arrivals(9), 1_000);
        Arrivals one = arrivals(9);
        Arrivals other = arrivals(9);
        List<Long> interleaved = new ArrayList<>();
        for (int i = 0; i < alone.length; i++) {
            interleaved.add(one.nextOffsetNanos());
            take(other, i % 3);
        }
        assertThat(interleaved)
                .containsExactlyElementsOf(LongStream.of(alone).boxed().toList());
    }

    @Test
    void shouldKeepItsMeanRate() {
        long[] offsets = take(arrivals(11), MANY);
        double expected = expectedIn(offsets[MANY - 1] / 1e9);
        assertThat(expected).isCloseTo(MANY, offset(1 + STANDARD_ERRORS * spread() * Math.sqrt(MANY)));
    }
}
