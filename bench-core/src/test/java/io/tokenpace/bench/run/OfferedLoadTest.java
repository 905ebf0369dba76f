package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.client.RequestEncoder;
import io.tokenpace.bench.measure.Window;
import io.tokenpace.bench.schedule.ArrivalProcess;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What an open load counts as offered, without sending it. */
class OfferedLoadTest {
    private static final long SECOND = 1_000_000_000;
    private static final LoadShape.Open TEN_A_SECOND =
            new LoadShape.Open(10, ArrivalProcess.CONSTANT, OptionalInt.empty());

    private final OpenSource source = source();

    private static OpenSource source() {
        RunPlan plan = RunHarness.plan(
                "http://127.0.0.1:1",
                TEN_A_SECOND,
                Extent.ofRequests(0),
                Extent.ofDuration(Duration.ofHours(1)),
                Duration.ZERO);
        Preparer items =
                new Preparer(plan.items(), plan.format(), new RequestEncoder(plan.target(), plan.format()), false);
        return new OpenSource(plan, TEN_A_SECOND, items, items, new WindowEdges(new Window(), List.of()));
    }

    private void deal(int requests) {
        for (int i = 0; i < requests; i++) {
            source.next();
        }
    }

    @Test
    void shouldCountWhatHasComeDueAndNothingTwice() {
        deal(45);
        assertThat(source.takeDueUntil(SECOND)).isEqualTo(10);
        assertThat(source.takeDueUntil(2 * SECOND)).isEqualTo(10);
        assertThat(source.takeDueUntil(2 * SECOND)).isZero();
    }

    @Test
    void shouldCountAtAnyMomentOfTheLoad() {
        deal(45);
        assertThat(source.takeDueUntil(-SECOND)).isZero();
        assertThat(source.takeDueUntil(SECOND / 2)).isEqualTo(5);
        assertThat(source.takeDueUntil(3 * SECOND / 2)).isEqualTo(10);
    }

    @Test
    void shouldMakeUpForWhatWasDealtTooLate() {
        deal(5);
        assertThat(source.takeDueUntil(SECOND)).isEqualTo(5);
        deal(15);
        assertThat(source.takeDueUntil(2 * SECOND)).isEqualTo(15);
    }
}
