package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.folder.RunFolder;
import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.workload.RequestShape;
import io.tokenpace.mock.MockOptions;
import io.tokenpace.mock.MockServer;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergerTest {
    private static final int REQUESTS = 40;

    @TempDir
    private static Path folders;

    private static RunResult east;
    private static RunResult west;
    private static RunResult sum;

    @BeforeAll
    static void runTwiceAndAdd() throws IOException, InterruptedException {
        try (MockServer mock = MockServer.start(MockOptions.of(Profiles.load("instant")))) {
            east = run(mock, "east", Instant.EPOCH);
            west = run(mock, "west", Instant.EPOCH.plusSeconds(3));
        }
        Merger merger = new Merger(List.of(saved("east"), saved("west")));
        try (RunFolder folder = RunFolder.create(folders.resolve("sum"), merger.start())) {
            sum = merger.into(folder, "sum", List.of("merge"));
        }
    }

    private static RunResult run(MockServer mock, String name, Instant start) throws IOException, InterruptedException {
        RequestShape shape = RequestShape.of("m", SizeSpec.of(50, 500), SizeSpec.of(8));
        return new RunHarness(folders.resolve(name), start)
                .run(RunHarness.plan(mock.uri().toString(), shape, 2, REQUESTS));
    }

    private static SavedRun saved(String name) throws IOException {
        return SavedRun.open(folders.resolve(name));
    }

    @Test
    void shouldAddTotalsAndRates() {
        assertThat(sum.totals()).isEqualTo(east.totals().plus(west.totals()));
        assertThat(sum.throughput().requestsPerS().orElseThrow())
                .isEqualTo(east.throughput().requestsPerS().orElseThrow()
                        + west.throughput().requestsPerS().orElseThrow());
        assertThat(sum.spent().outputTokens())
                .isEqualTo(east.spent().outputTokens() + west.spent().outputTokens());
    }

    @Test
    void shouldTakePercentilesOfAddedHistograms() throws IOException {
        Histogram both = saved("east").histograms().get(Metric.TTFT);
        both.add(saved("west").histograms().get(Metric.TTFT));
        double expected = both.getValueAtPercentile(90) / 1e6;
        assertThat(sum.metrics().get("ttft").percentile("p90").orElseThrow())
                .isCloseTo(expected, within(expected * 0.001 + 0.0005));
    }

    @Test
    void shouldAddWhatTheCellsHold() {
        assertThat(sum.cells())
                .hasSize(2)
                .allSatisfy(
                        cell -> assertThat(cell.metrics().get("ttft").count()).isEqualTo(REQUESTS));
    }

    @Test
    void shouldLeaveAFolderThatReadsLikeThatOfARun() throws IOException {
        SavedRun run = saved("sum");
        assertThat(run.result()).isEqualTo(sum);
        List<RequestRecord> requests = new ArrayList<>();
        run.forEachRequest(requests::add);
        assertThat(requests).hasSize(2 * (REQUESTS + 2));
        assertThat(run.histograms().get(Metric.TTFT).getTotalCount()).isEqualTo(2 * REQUESTS);
        assertThat(run.seconds().stream().mapToLong(Second::succeeded).sum()).isEqualTo(2 * (REQUESTS + 2));
        assertThat(run.folder().resolve("ttft.hgrm")).exists();
    }

    @Test
    void shouldCountMomentsFromTheRunThatBeganFirst() throws IOException {
        List<RequestRecord> first = new ArrayList<>();
        saved("east").forEachRequest(first::add);
        List<RequestRecord> second = new ArrayList<>();
        saved("west").forEachRequest(second::add);
        List<RequestRecord> all = new ArrayList<>();
        saved("sum").forEachRequest(all::add);
        assertThat(all.get(0).stamps()).isEqualTo(first.get(0).stamps());
        assertThat(all.get(first.size()).stamps().sent())
                .isEqualTo(second.get(0).stamps().sent() + 3_000_000_000L);
    }

    @Test
    void shouldRefuseOneRunAlone() throws IOException {
        List<SavedRun> one = List.of(saved("east"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Merger(one)).withMessageContaining("at least two");
    }

    @Test
    void shouldRefuseRunsThatAskedForDifferentThings(@TempDir Path temporary) throws IOException {
        Path other = temporary.resolve("other");
        Files.createDirectory(other);
        String json = Files.readString(folders.resolve("west/run.json"));
        Files.writeString(
                other.resolve("run.json"),
                json.replaceFirst("\"workload_digest\" : \"[^\"]*\"", "\"workload_digest\" : \"another\""));
        List<SavedRun> runs = List.of(saved("east"), SavedRun.open(other));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Merger(runs))
                .withMessageContaining("workload digest is another");
    }
}
