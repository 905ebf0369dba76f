package io.tokenpace.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.mock.text.TokenCount;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SizedWorkloadTest {
    private static final RequestShape GRID = RequestShape.of("m", SizeSpec.of(10, 100, 1_000), SizeSpec.of(16, 64));

    private static SizedWorkload grid(long seed, String stream) {
        return new SizedWorkload(GRID, seed, stream);
    }

    private static String prompt(Workload workload, long index) {
        return workload.item(index).ask().turns().get(0).passages().get(0).text();
    }

    @Test
    void shouldSendEveryCellOnceInEachBlock() {
        SizedWorkload workload = grid(1, "load");
        for (long block = 0; block < 50; block++) {
            long first = block * 6;
            assertThat(LongStream.range(first, first + 6)
                            .mapToObj(i -> workload.item(i).cell()))
                    .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
        }
    }

    @Test
    void shouldNotSendTheCellsInTheSameOrderEveryTime() {
        SizedWorkload workload = grid(1, "load");
        Set<List<Integer>> orders = new HashSet<>();
        for (long block = 0; block < 50; block++) {
            long first = block * 6;
            orders.add(LongStream.range(first, first + 6)
                    .mapToObj(i -> workload.item(i).cell())
                    .toList());
        }
        assertThat(orders).hasSizeGreaterThan(20);
    }

    @Test
    void shouldGiveEachItemTheSizesOfItsCell() {
        SizedWorkload workload = grid(3, "load");
        for (long i = 0; i < 30; i++) {
            WorkItem item = workload.item(i);
            assertThat(workload.cells().get(item.cell()))
                    .isEqualTo(new Cell(
                            OptionalInt.of(item.promptTokens()),
                            OptionalInt.of(item.ask().maxTokens())));
        }
    }

    @Test
    void shouldMakeCellsOfListedSizesOnly() {
        RequestShape shape = RequestShape.of("m", SizeSpec.parse("uniform:10..99"), SizeSpec.of(16, 64));
        assertThat(new SizedWorkload(shape, 1, "load").cells())
                .containsExactly(
                        new Cell(OptionalInt.empty(), OptionalInt.of(16)),
                        new Cell(OptionalInt.empty(), OptionalInt.of(64)));
        assertThat(new SizedWorkload(
                                RequestShape.of("m", SizeSpec.parse("uniform:1..9"), SizeSpec.parse("uniform:1..9")),
                                1,
                                "load")
                        .cells())
                .containsExactly(Cell.OPEN);
    }

    @Test
    void shouldDrawPromptsAndAnswersApart() {
        SizeSpec sizes = SizeSpec.parse("uniform:1..1000");
        SizedWorkload workload = new SizedWorkload(RequestShape.of("m", sizes, sizes), 5, "load");
        double product = LongStream.range(0, 10_000)
                .mapToObj(workload::sizes)
                .mapToDouble(item -> (item.promptTokens() - 500.5) * (item.maxTokens() - 500.5))
                .average()
                .orElseThrow();
        // Five standard errors of the correlation of independent draws, which is 1/√n.
        assertThat(Math.abs(product / (1_000_000 / 12.0))).isLessThan(0.05);
    }

    @Test
    void shouldTellTheSizesOfAnItemWithoutItsText() {
        SizedWorkload workload = new SizedWorkload(
                RequestShape.of("m", SizeSpec.parse("lognormal:80+-60"), SizeSpec.of(16, 64)), 5, "load");
        for (long i = 0; i < 100; i++) {
            assertThat(workload.sizes(i)).isEqualTo(workload.item(i).sizes());
        }
    }

    @Test
    void shouldAskTheSameWhateverTheOrderOfAsking() {
        SizedWorkload workload = grid(9, "load");
        WorkItem late = workload.item(1_000);
        workload.item(3);
        assertThat(grid(9, "load").item(1_000)).isEqualTo(late);
    }

    @Test
    void shouldMakePromptsOfTheSizeAskedForByTheMocksRule() {
        SizedWorkload workload = grid(5, "load");
        for (long i = 0; i < 60; i++) {
            assertThat(TokenCount.of(prompt(workload, i)))
                    .isEqualTo(workload.item(i).promptTokens());
        }
    }

    @Test
    void shouldShareNoPromptBetweenItemsSeedsAndPhases() {
        Set<String> prompts = new HashSet<>();
        int asked = 0;
        for (SizedWorkload workload : List.of(grid(1, "load"), grid(2, "load"), grid(1, "warmup"))) {
            for (long i = 0; i < 60; i++) {
                prompts.add(prompt(workload, i));
                asked++;
            }
        }
        assertThat(prompts).hasSize(asked);
    }

    @Test
    void shouldBeginNeighbouringPromptsWithDifferentWords() {
        SizedWorkload workload = grid(1, "load");
        assertThat(LongStream.range(0, 200).mapToObj(i -> prompt(workload, i).split(" ", 2)[0]))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldRefuseAGridOfTooManyCells() {
        SizeSpec sizes =
                SizeSpec.of(LongStream.rangeClosed(1, 40).mapToInt(i -> (int) i).toArray());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestShape.of("m", sizes, sizes))
                .withMessage("the listed sizes combine to 1600 cells, which must be at most 1000");
    }
}
