package io.tokenpace.bench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.result.CellResult;
import io.tokenpace.bench.result.MetricSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GridTest {
    private final Notes notes = new Notes();

    private static CellResult cell(OptionalInt prompt, OptionalInt answer, double median) {
        OptionalDouble none = OptionalDouble.empty();
        Map<String, OptionalDouble> percentiles = Map.of("p50", OptionalDouble.of(median), "p95", none);
        MetricSummary ttft = new MetricSummary("ms", 9, none, none, none, none, percentiles, Map.of());
        return new CellResult(prompt, answer, Map.of("ttft", ttft));
    }

    private static CellResult cell(int prompt, int answer, double median) {
        return cell(OptionalInt.of(prompt), OptionalInt.of(answer), median);
    }

    @Test
    void shouldPlaceEachCellByItsSizesWhateverTheirOrder() {
        Grid grid = Grid.of(List.of(cell(1_024, 32, 3), cell(128, 64, 2), cell(128, 32, 1)), 30, notes)
                .orElseThrow();
        assertThat(grid.promptTokens()).containsExactly(OptionalInt.of(128), OptionalInt.of(1_024));
        assertThat(grid.maxTokens()).containsExactly(OptionalInt.of(32), OptionalInt.of(64));
        assertThat(grid.values().get("ttft").get("p50"))
                .containsExactly(
                        List.of(OptionalDouble.of(1), OptionalDouble.of(2)),
                        List.of(OptionalDouble.of(3), OptionalDouble.empty()));
        assertThat(grid.values().get("tpot").get("p95"))
                .allSatisfy(row -> assertThat(row).containsOnly(OptionalDouble.empty()));
        assertThat(notes.texts()).isEmpty();
    }

    @Test
    void shouldHaveOneRowWithoutASizeWhereOnlyAnswersWereListed() {
        Grid grid = Grid.of(
                        List.of(
                                cell(OptionalInt.empty(), OptionalInt.of(1), 1),
                                cell(OptionalInt.empty(), OptionalInt.of(2), 2)),
                        30,
                        notes)
                .orElseThrow();
        assertThat(grid.promptTokens()).containsExactly(OptionalInt.empty());
        assertThat(grid.maxTokens()).hasSize(2);
    }

    @Test
    void shouldThinOutALargeGridToItsEndsAndWhatLiesEvenlyBetween() {
        List<CellResult> cells = new ArrayList<>();
        for (int prompt = 1; prompt <= 100; prompt++) {
            for (int answer = 1; answer <= 100; answer++) {
                cells.add(cell(prompt, answer, prompt * 1_000 + answer));
            }
        }
        Grid grid = Grid.of(cells, 30, notes).orElseThrow();
        assertThat(grid.promptTokens())
                .hasSize(30)
                .startsWith(OptionalInt.of(1))
                .endsWith(OptionalInt.of(100));
        assertThat(grid.values().get("ttft").get("p50").get(29)).hasSize(30).endsWith(OptionalDouble.of(100_100));
        assertThat(notes.texts())
                .containsExactly(
                        "of 100 prompt sizes the grid shows 30; run.json has all",
                        "of 100 answer sizes the grid shows 30; run.json has all");
    }

    @Test
    void shouldNotBeThereWithoutCells() {
        assertThat(Grid.of(List.of(), 30, notes)).isEmpty();
    }
}
