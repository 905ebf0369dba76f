package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.RunState;
import io.tokenpace.bench.result.Verdict;
import io.tokenpace.bench.workload.RequestShape;
import io.tokenpace.mock.MockOptions;
import io.tokenpace.mock.MockServer;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is put together again of runs whose process died. */
class RecoveryTest {
    private static final int REQUESTS = 80;

    @TempDir
    private static Path runs;

    @TempDir
    private Path temporary;

    private static RunResult whole;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        try (MockServer mock = MockServer.start(MockOptions.of(Profiles.load("instant")))) {
            whole = new RunHarness(runs.resolve("whole"))
                    .run(RunHarness.plan(
                            mock.uri().toString(),
                            RequestShape.of("m", SizeSpec.of(50, 500), SizeSpec.of(8, 32)),
                            4,
                            REQUESTS));
        }
    }

    /** Returns the run's folder as it was before the run could end, its logs cut to a share. */
    private SavedRun died(double share) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("run"));
        for (String log : List.of("requests.jsonl", "timeline.jsonl", "latency.hlog")) {
            Files.copy(runs.resolve("whole").resolve(log), folder.resolve(log));
        }
        try (FileChannel requests = FileChannel.open(folder.resolve("requests.jsonl"), StandardOpenOption.WRITE)) {
            requests.truncate((long) (requests.size() * share));
        }
        SavedRun ended = SavedRun.open(runs.resolve("whole"));
        String json = Files.readString(ended.folder().resolve("run.json"));
        Files.writeString(folder.resolve("run.json"), json.replace("\"complete\"", "\"running\""));
        return SavedRun.open(folder);
    }

    @Test
    void shouldBeNeededByWhatDiedAlone() throws IOException {
        assertThat(Recovery.isNeeded(SavedRun.open(runs.resolve("whole")))).isFalse();
        assertThat(Recovery.isNeeded(died(1))).isTrue();
    }

    @Test
    void shouldFindEverythingThatTheRunItselfFound() throws IOException {
        RunResult found = Recovery.of(died(1));
        assertThat(found.state()).isEqualTo(RunState.RECOVERED.label());
        assertThat(found.totals()).isEqualTo(whole.totals());
        assertThat(found.metrics()).isEqualTo(whole.metrics());
        assertThat(found.cells()).isEqualTo(whole.cells());
        assertThat(found.fits()).isEqualTo(whole.fits());
        assertThat(found.stopReasons()).isEqualTo(whole.stopReasons());
        assertThat(found.throughput().outputTokensPerS().orElseThrow())
                .isCloseTo(whole.throughput().outputTokensPerS().orElseThrow(), within(1.0));
    }

    @Test
    void shouldCallTheRunInvalidSinceNobodyJudgedTheClient() throws IOException {
        RunResult found = Recovery.of(died(1));
        assertThat(found.verdict().status()).isEqualTo(Verdict.Status.INVALID);
        assertThat(found.verdict().breaks(Verdict.UNFINISHED)).isTrue();
    }

    @Test
    void shouldTakeFiguresOfTheHistogramsWhereRequestsAreMissing() throws IOException {
        RunResult found = Recovery.of(died(0.5));
        assertThat(found.totals()).isEqualTo(whole.totals());
        assertThat(found.metrics().get("ttft").count()).isEqualTo(REQUESTS);
        assertThat(found.cells()).isEmpty();
        assertThat(found.verdict().notes()).anyMatch(note -> note.contains("not every request was kept"));
    }

    @Test
    void shouldReportARunThatDiedBeforeItsFirstSecond() throws IOException {
        SavedRun run = died(1);
        for (String log : List.of("requests.jsonl", "timeline.jsonl", "latency.hlog")) {
            Files.writeString(run.folder().resolve(log), "");
        }
        RunResult found = Recovery.of(run);
        assertThat(found.totals().sent()).isZero();
        assertThat(found.throughput().requestsPerS()).isEmpty();
    }
}
