package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.RunState;
import io.tokenpace.mock.MockOptions;
import io.tokenpace.mock.MockServer;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs that are killed at any moment, held against what the service knows that it sent. {@code -Dkills=50} kills more of
 * them.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("kills", 3);
    /** Requests that are in no log: whether the service answers, and how it counts. */
    private static final int BEFORE_THE_LOAD = 3;

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path temporary;

    private Process bench(String url, Path out) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.tokenpace.cli.Main",
                "run",
                url,
                "--api",
                "anthropic",
                "--records",
                "all",
                "-c",
                "8",
                "-d",
                "10m",
                "--out",
                out.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("log").toFile())
                .start();
    }

    /** Returns the numbers of the answers that the service had sent to their end by a moment. */
    private static Set<String> endedBy(long nanos, Path truth) throws IOException {
        Set<String> ended = new HashSet<>();
        for (String line : Files.readAllLines(truth)) {
            if (line.endsWith("}")) {
                JsonNode answer = JSON.readTree(line);
                JsonNode flushed = answer.path("flushed_ns");
                if (answer.path("ending").asString("").equals("complete")
                        && flushed.get(flushed.size() - 1).asLong() - nanos < 0) {
                    ended.add(answer.get("id").asString());
                }
            }
        }
        return ended;
    }

    @Test
    void shouldReportEverythingThatEndedASecondBeforeAKill() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < KILLS; i++) {
            Path truth = temporary.resolve("truth" + i);
            Path folder = temporary.resolve("run" + i);
            long killedNanos;
            try (MockServer mock =
                    MockServer.start(MockOptions.of(Profiles.load("instant")).withTruthLog(truth))) {
                Process bench = bench(mock.uri().toString(), folder);
                while (!Files.exists(folder.resolve("run.json")) && bench.isAlive()) {
                    Thread.sleep(10);
                }
                Thread.sleep(random.nextInt(4_000));
                killedNanos = System.nanoTime();
                bench.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
            check(folder, endedBy(killedNanos - SECOND_NANOS, truth));
        }
    }

    private static void check(Path folder, Set<String> ended) throws IOException {
        List<String> news = new ArrayList<>();
        SavedRun run = new RunFolders(news::add).open(folder);
        RunResult result = run.result();
        assertThat(result.state()).isEqualTo(RunState.RECOVERED.label());
        assertThat(news).hasSize(1);
        List<RequestRecord> requests = new ArrayList<>();
        run.forEachRequest(requests::add);
        Set<String> known = new HashSet<>();
        requests.forEach(request -> request.headers().requestId().ifPresent(known::add));
        Set<String> missing = new HashSet<>(ended);
        missing.removeAll(known);
        assertThat(missing).hasSizeLessThanOrEqualTo(BEFORE_THE_LOAD);
        assertThat(result.totals().succeeded())
                .isEqualTo(requests.stream()
                        .filter(request -> request.succeeded() && !request.warmup())
                        .count());
        assertThat(result.totals().balance()).isTrue();
        assertThat(SavedRun.open(folder).result()).isEqualTo(result);
    }
}
