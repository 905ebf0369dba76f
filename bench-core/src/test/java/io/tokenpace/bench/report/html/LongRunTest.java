package io.tokenpace.bench.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tokenpace.bench.folder.RunFolder;
import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.result.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hours of a run that never took place. */
class LongRunTest {
    private static final int SECONDS = 7_200;
    private static final int WARMUP = 60;

    @TempDir
    private static Path temporary;

    private static RunData data;

    @BeforeAll
    static void read() throws IOException {
        SavedRun run = new SampleRun().window(SECONDS - WARMUP).save(temporary.resolve("run"), LongRunTest::appendAll);
        data = RunReader.read(run, Limits.ofEach(1));
    }

    private static void appendAll(RunFolder folder) throws IOException {
        for (int i = 0; i < SECONDS; i++) {
            folder.append(SampleRun.second(i), Tally.NONE);
            Histogram times = SampleRun.times(10, 20, 30, i < SECONDS / 2 ? 40 : 400);
            folder.append(i < WARMUP ? "warmup.ttft" : "ttft", times, i * 1_000L, (i + 1) * 1_000L);
        }
    }

    private static double sum(List<Double> perSecond) {
        double sum = 0;
        for (int step = 0; step < perSecond.size(); step++) {
            sum += perSecond.get(step) * data.timeline().stepS();
        }
        return sum;
    }

    @Test
    void shouldHaveNoMoreStepsThanAPageShows() {
        assertThat(data.timeline().stepS()).isEqualTo(20);
        assertThat(data.timeline().startS()).hasSize(360);
        assertThat(data.timeline().bands().get("ttft").get("p50")).hasSize(360);
    }

    @Test
    void shouldKeepTheSumsOfAllSeconds() {
        double ofNumbers = SECONDS * (SECONDS - 1) / 2.0;
        assertThat(sum(data.timeline().offered())).isCloseTo(ofNumbers, within(0.01));
        assertThat(sum(data.timeline().succeeded())).isCloseTo(ofNumbers + SECONDS, within(0.01));
        assertThat(sum(data.timeline().failed())).isCloseTo(2 * SECONDS, within(0.01));
        assertThat(sum(data.timeline().contentEvents())).isCloseTo(10 * SECONDS, within(0.01));
    }

    @Test
    void shouldCountEveryMeasuredValueAndNoneOfTheWarmUp() {
        assertThat(data.distributions()).singleElement().satisfies(ttft -> {
            assertThat(ttft.count()).isEqualTo(4 * (SECONDS - WARMUP));
            assertThat(ttft.histogram().stream().mapToLong(Bins.Bin::count).sum())
                    .isEqualTo(ttft.count());
        });
    }

    @Test
    void shouldDrawTheWarmUpButSayThatItIsNotMeasured() {
        assertThat(data.timeline().bands().get("ttft").get("p50").get(0)).isPresent();
        assertThat(data.timeline().measured().subList(0, 3)).containsOnly(false);
        assertThat(data.timeline().measured().subList(3, 360)).containsOnly(true);
    }

    @Test
    void shouldShowTheChangeWhereItCame() {
        List<OptionalDouble> p90 = data.timeline().bands().get("ttft").get("p90");
        assertThat(p90.get(179).orElseThrow()).isCloseTo(40, within(0.1));
        assertThat(p90.get(180).orElseThrow()).isCloseTo(400, within(1.0));
    }
}
