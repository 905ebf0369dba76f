package io.tokenpace.mock.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 127, 128, 129, 1_000})
    void shouldKeepEveryTimeAcrossChunks(int events) {
        EventTimes times = new EventTimes(events);
        for (int event = 0; event < events; event++) {
            times.write(scheduled(event), scheduled(event) + event);
            if (event % 3 == 2) {
                times.flush(scheduled(event) + 1_000_000);
            }
        }
        times.flush(Long.MAX_VALUE / 2);

        assertThat(times.written()).isEqualTo(events);
        assertThat(times.flushed()).isEqualTo(events);
        for (int event = 0; event < events; event++) {
            assertThat(times.scheduledNanos(event)).isEqualTo(scheduled(event));
            assertThat(times.writtenNanos(event)).isEqualTo(scheduled(event) + event);
            int flushing = event / 3 * 3 + 2;
            assertThat(times.flushedNanos(event))
                    .isEqualTo(flushing < events ? scheduled(flushing) + 1_000_000 : Long.MAX_VALUE / 2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                1,
                -1,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE + 1L,
                Integer.MIN_VALUE + 1L,
                Integer.MIN_VALUE,
                Integer.MIN_VALUE - 1L,
                3_600_000_000_000L
            })
    void shouldKeepADifferenceHoweverLong(long nanos) {
        EventTimes times = new EventTimes(3);
        times.write(100, 101);
        times.write(200, 200 + nanos);
        times.flush(200 + 2 * nanos);
        times.write(300, 301);

        assertThat(times.writtenNanos(0)).isEqualTo(101);
        assertThat(times.flushedNanos(0)).isEqualTo(200 + 2 * nanos);
        assertThat(times.writtenNanos(1)).isEqualTo(200 + nanos);
        assertThat(times.flushedNanos(1)).isEqualTo(200 + 2 * nanos);
        assertThat(times.writtenNanos(2)).isEqualTo(301);
    }

    @Test
    void shouldTakeRoomOnlyAsItIsNeeded() {
        EventTimes times = new EventTimes(100_000);
        assertThat(times.room()).isZero();
        times.write(0, 0);
        assertThat(times.room()).isEqualTo(64);
        for (int event = 1; event < 65; event++) {
            times.write(0, 0);
        }
        assertThat(times.room()).isEqualTo(128);
    }

    @Test
    void shouldTakeNoMoreThanCanCome() {
        EventTimes times = new EventTimes(66);
        for (int event = 0; event < 66; event++) {
            times.write(0, 0);
        }
        assertThat(times.room()).isEqualTo(66);
    }

    @Test
    void shouldCountFullWidthTwice() {
        EventTimes times = new EventTimes(10);
        times.write(0, 5_000_000_000L);
        assertThat(times.room()).isEqualTo(20);
    }

    @Test
    void shouldNameAnEventThatIsNotRecorded() {
        EventTimes times = new EventTimes(10);
        times.write(1, 2);
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> times.flushedNanos(0))
                .withMessage("event (0) must be one of the 0 recorded");
    }

    private static long scheduled(int event) {
        return 7_000_000_000_000L + event * 30_000_000L;
    }
}
