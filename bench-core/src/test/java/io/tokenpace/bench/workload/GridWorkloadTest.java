package io.tokenpace.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenpace.mock.text.TokenCount;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GridWorkloadTest {
    private static final List<Integer> PROMPTS = List.of(10, 100, 1_000);
    private static final List<Integer> ANSWERS = List.of(16, 64);

    private static GridWorkload grid(long seed, String stream) {
        return new GridWorkload("m", PROMPTS, ANSWERS, seed, stream);
    }

    @Test
    void shouldSendEveryCellOnceInEachBlock() {
        GridWorkload workload = grid(1, "load");
        for (long block = 0; block < 50; block++) {
            long first = block * 6;
            assertThat(LongStream.range(first, first + 6)
                            .mapToObj(i -> workload.item(i).cell()))
                    .containsExactlyInAnyOrderElementsOf(workload.cells());
        }
    }

    @Test
    void shouldNotSendTheCellsInTheSameOrderEveryTime() {
        GridWorkload workload = grid(1, "load");
        Set<List<Cell>> orders = new HashSet<>();
        for (long block = 0; block < 50; block++) {
            long first = block * 6;
            orders.add(LongStream.range(first, first + 6)
                    .mapToObj(i -> workload.item(i).cell())
                    .toList());
        }
        assertThat(orders).hasSizeGreaterThan(20);
    }

    @Test
    void shouldAskTheSameWhateverTheOrderOfAsking() {
        GridWorkload workload = grid(9, "load");
        WorkItem late = workload.item(1_000);
        workload.item(3);
        assertThat(grid(9, "load").item(1_000)).isEqualTo(late);
    }

    @Test
    void shouldMakePromptsOfTheSizeAskedForByTheMocksRule() {
        GridWorkload workload = grid(5, "load");
        for (long i = 0; i < 60; i++) {
            WorkItem item = workload.item(i);
            assertThat(TokenCount.of(item.ask().turns().get(0).passages().get(0).text()))
                    .isEqualTo(item.promptTokens());
        }
    }

    @Test
    void shouldShareNoPromptBetweenItemsSeedsAndPhases() {
        Set<String> prompts = new HashSet<>();
        int asked = 0;
        for (GridWorkload workload : List.of(grid(1, "load"), grid(2, "load"), grid(1, "warmup"))) {
            for (long i = 0; i < 60; i++) {
                prompts.add(
                        workload.item(i).ask().turns().get(0).passages().get(0).text());
                asked++;
            }
        }
        assertThat(prompts).hasSize(asked);
    }

    @Test
    void shouldRefuseAnEmptyList() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GridWorkload("m", List.of(), ANSWERS, 1, "load"))
                .withMessage("a grid needs at least one prompt size and one answer size");
    }
}
