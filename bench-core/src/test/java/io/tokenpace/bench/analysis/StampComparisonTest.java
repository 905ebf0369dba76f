package io.tokenpace.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Stamps and flushes made up by hand, in microseconds from 1,000 s on. */
class StampComparisonTest {
    private static final long EPOCH_US = 1_000_000_000L;

    private final StampComparison comparison = new StampComparison();

    private static long[] nanos(long... micros) {
        long[] nanos = new long[micros.length];
        for (int i = 0; i < micros.length; i++) {
            nanos[i] = (EPOCH_US + micros[i]) * 1_000;
        }
        return nanos;
    }

    private static int[] each(int events) {
        int[] first = new int[events];
        for (int i = 0; i < events; i++) {
            first[i] = i;
        }
        return first;
    }

    /** An answer, sent at 0, that came an event at a time. */
    private static SeenAnswer seen(long... micros) {
        return new SeenAnswer("a", nanos(0)[0], nanos(micros), each(micros.length), micros.length);
    }

    /** Its truth, received at 70 µs, each event written 10 µs before it was flushed and 50 µs late. */
    private static TrueAnswer flushed(long... micros) {
        long[] written = new long[micros.length];
        long[] scheduled = new long[micros.length];
        for (int i = 0; i < micros.length; i++) {
            written[i] = micros[i] - 10;
            scheduled[i] = micros[i] - 60;
        }
        return new TrueAnswer("a", nanos(70)[0], nanos(scheduled), nanos(written), nanos(micros));
    }

    @Test
    void shouldMeasureTheFirstStampFromTheFirstFlush() {
        comparison.compare(seen(230_040, 260_000), flushed(230_000, 260_000));
        assertThat(comparison.firstToken().count()).isEqualTo(1);
        assertThat(comparison.firstToken().maxUs()).hasValue(40);
        assertThat(comparison.firstToken().signedP50Us()).hasValue(40);
    }

    @Test
    void shouldTellTheRequestsWayApartFromTheStampsError() {
        comparison.compare(seen(200, 300), flushed(200, 300));
        assertThat(comparison.request().maxUs()).hasValue(70);
        assertThat(comparison.firstToken().maxUs()).hasValue(0);
    }

    @Test
    void shouldMeasureAGapFromTheGapBetweenTheFlushes() {
        // The gaps were 30,000 and 30,000; seen were 30,050 and 29,930.
        comparison.compare(seen(100, 30_150, 60_080), flushed(100, 30_100, 60_100));
        assertThat(comparison.gap().count()).isEqualTo(2);
        assertThat(comparison.gap().maxUs().getAsDouble()).isEqualTo(70);
        assertThat(comparison.gap().p50Us().getAsDouble()).isEqualTo(50);
        assertThat(comparison.gap().signedP50Us()).hasValue(-70);
    }

    @Test
    void shouldHoldAMergedArrivalAgainstTheFlushOfItsFirstEvent() {
        // Events 1 and 2 were read at once, when the first of them came.
        SeenAnswer merged = new SeenAnswer("a", nanos(0)[0], nanos(100, 30_120, 60_100), new int[] {0, 1, 3}, 4);
        comparison.compare(merged, flushed(100, 30_100, 30_150, 60_100));
        assertThat(comparison.events()).isEqualTo(4);
        assertThat(comparison.arrivals()).isEqualTo(3);
        assertThat(comparison.gap().count()).isEqualTo(2);
        assertThat(comparison.gap().maxUs()).hasValue(20);
        assertThat(comparison.early()).isZero();
    }

    @Test
    void shouldMeasureTheTimePerTokenOverTheWholeAnswer() {
        // 3 gaps of 30,000 in truth; seen 90,300 for the 3 tokens after the first.
        comparison.compare(seen(0, 30_000, 60_000, 90_300), flushed(0, 30_000, 60_000, 90_000));
        assertThat(comparison.tokenTime().maxUs()).hasValue(100);
    }

    @Test
    void shouldLeaveTheFirstArrivalsTokensOutOfTheTimePerToken() {
        // Seen: 2 tokens after a first arrival of 2, in 60,000; the truth is 90,000 for 3.
        SeenAnswer merged = new SeenAnswer("a", nanos(0)[0], nanos(30_000, 60_000, 90_000), new int[] {0, 2, 3}, 4);
        comparison.compare(merged, flushed(0, 30_000, 60_000, 90_000));
        assertThat(comparison.tokenTime().maxUs()).hasValue(0);
    }

    @Test
    void shouldHaveNoGapsNorTimePerTokenOfASingleArrival() {
        comparison.compare(new SeenAnswer("a", nanos(0)[0], nanos(100), new int[] {0}, 2), flushed(90, 95));
        assertThat(comparison.gap().count()).isZero();
        assertThat(comparison.gap().p50Us()).isEmpty();
        assertThat(comparison.tokenTime().count()).isZero();
    }

    @Test
    void shouldAllowAStampBetweenTheWriteAndTheEndOfTheFlush() {
        comparison.compare(seen(95, 200), flushed(100, 200));
        assertThat(comparison.firstToken().signedP50Us()).hasValue(-5);
        assertThat(comparison.firstToken().maxUs()).hasValue(5);
        assertThat(comparison.early()).isZero();
    }

    @Test
    void shouldCountAStampFromBeforeTheWrite() {
        comparison.compare(seen(89, 200), flushed(100, 200));
        assertThat(comparison.early()).isEqualTo(1);
    }

    @Test
    void shouldTellHowLateTheServiceItselfWrote() {
        comparison.compare(seen(100, 200), flushed(100, 200));
        assertThat(comparison.lateness().count()).isEqualTo(2);
        assertThat(comparison.lateness().maxUs()).hasValue(50);
    }

    @Test
    void shouldOnlyCountAnAnswerWhoseEventsAreOthers() {
        comparison.compare(seen(100, 200), flushed(100, 200, 300));
        assertThat(comparison.mismatched()).isEqualTo(1);
        assertThat(comparison.answers()).isZero();
        assertThat(comparison.firstToken().count()).isZero();
    }

    @Test
    void shouldRefuseTheTruthOfAnotherAnswer() {
        TrueAnswer other = new TrueAnswer("b", 0, new long[1], new long[1], new long[1]);
        assertThatThrownBy(() -> comparison.compare(seen(1), other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("answer (a) must be held against its own truth, not b's");
    }

    @Test
    void shouldRefuseArrivalsThatBringNothing() {
        assertThatThrownBy(() -> new SeenAnswer("a", 0, nanos(1, 2), new int[] {0, 0}, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("first event (0) of arrival 1 must be above 0 and below 2");
    }
}
