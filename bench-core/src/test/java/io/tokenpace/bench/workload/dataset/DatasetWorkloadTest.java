package io.tokenpace.bench.workload.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.workload.WorkItem;
import io.tokenpace.bench.workload.source.BrokenLines;
import io.tokenpace.bench.workload.source.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetWorkloadTest {
    @TempDir
    private Path folder;

    @Test
    void shouldAskTheSamplesInTheirOrderAndBeginAgain() throws IOException {
        try (DatasetWorkload items = workload(numbered(3), 0)) {
            assertThat(IntStream.range(0, 7).mapToObj(i -> prompt(items.item(i))))
                    .containsExactly("p0", "p1", "p2", "p0", "p1", "p2", "p0");
        }
    }

    @Test
    void shouldBeginBehindWhatAnotherPhaseAsks() throws IOException {
        try (DatasetWorkload items = workload(numbered(5), 2)) {
            assertThat(prompt(items.item(0))).isEqualTo("p2");
            assertThat(prompt(items.item(1))).isEqualTo("p3");
        }
    }

    @Test
    void shouldGiveTheLatestItemsAgainAndNoneFromFarBack() throws IOException {
        try (DatasetWorkload items = workload(numbered(1_000), 0)) {
            assertThat(prompt(items.item(99))).isEqualTo("p99");
            assertThat(prompt(items.item(36))).isEqualTo("p36");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> items.item(35))
                    .withMessage("index (35) must be at least 36, the first that is kept");
        }
    }

    @Test
    void shouldTakeTheCeilingFromTheSampleOrElseByTheIndex() throws IOException {
        String lines = "{\"prompt\": \"a\", \"max_tokens\": 7}\n{\"prompt\": \"b\"}\n";
        try (DatasetWorkload items = workload(lines, 0)) {
            assertThat(items.item(0).ask().maxTokens()).isEqualTo(7);
            assertThat(items.item(1).ask().maxTokens()).isEqualTo(101);
        }
    }

    @Test
    void shouldNotPretendToKnowTheSizesOfPrompts() throws IOException {
        try (DatasetWorkload items = workload(numbered(1), 0)) {
            assertThat(items.item(0).promptTokens()).isEqualTo(WorkItem.UNKNOWN_SIZE);
        }
    }

    @Test
    void shouldTellWhatItPassedOverAndHowOftenItBeganAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("d"), "{\"prompt\": 3}\n{\"prompt\": \"a\"}\n");
        try (DatasetWorkload items = new DatasetWorkload(Datasets.open(file, BrokenLines.SKIP), "m", i -> 1, 0)) {
            items.item(2);

            assertThat(items.notes()).hasSize(2);
            assertThat(items.notes().get(0))
                    .startsWith("1 broken lines of the dataset were passed over, as in ")
                    .contains("d:1: prompt (3) must be");
            assertThat(items.notes().get(1)).startsWith("the dataset was read from its beginning again, 2 times");
        }
    }

    @Test
    void shouldRefuseAFileWithoutASampleAtOnce() {
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> workload("{\"prompt\": 3}\n", 0));
    }

    private DatasetWorkload workload(String lines, long skipped) throws IOException {
        Path file = Files.writeString(folder.resolve("prompts.jsonl"), lines);
        return new DatasetWorkload(Datasets.open(file), "m", index -> 100 + (int) index, skipped);
    }

    private static String numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"prompt\": \"p" + i + "\"}\n")
                .collect(Collectors.joining());
    }

    private static String prompt(WorkItem item) {
        Ask ask = item.ask();
        return ask.turns().get(0).passages().get(0).text();
    }
}
