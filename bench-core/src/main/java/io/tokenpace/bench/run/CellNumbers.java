package io.tokenpace.bench.run;

import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.workload.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The cells of several runs under common numbers. Which sizes make a cell is told by its requests: a size that all of
 * them share was listed, one that differs was drawn.
 */
final class CellNumbers {
    private final Map<Key, Sizes> sizes = new HashMap<>();
    private final Map<Cell, Integer> numbers = new HashMap<>();
    private final List<Cell> cells = new ArrayList<>();

    /** Takes note of a request; all must have been noted before the first is numbered. */
    void note(SavedRun run, RequestRecord request) {
        sizes.computeIfAbsent(new Key(run, request.cell()), key -> new Sizes(request))
                .add(request);
    }

    /** Returns the same request, its cell by the common number. */
    RequestRecord numbered(SavedRun run, RequestRecord request) {
        return request.inCell(number(sizes.get(new Key(run, request.cell())).cell()));
    }

    private int number(Cell cell) {
        return numbers.computeIfAbsent(cell, unknown -> {
            cells.add(unknown);
            return cells.size() - 1;
        });
    }

    /** Returns all cells, by number. */
    List<Cell> all() {
        sizes.values().forEach(cell -> number(cell.cell()));
        return List.copyOf(cells);
    }

    private record Key(SavedRun run, int cell) {}

    /** What the requests of one cell have in common. */
    private static final class Sizes {
        private final int promptTokens;
        private final int maxTokens;
        private boolean onePrompt = true;
        private boolean oneMost = true;

        Sizes(RequestRecord first) {
            promptTokens = first.promptTokens();
            maxTokens = first.maxTokens();
        }

        void add(RequestRecord request) {
            onePrompt &= request.promptTokens() == promptTokens;
            oneMost &= request.maxTokens() == maxTokens;
        }

        Cell cell() {
            return new Cell(
                    onePrompt ? OptionalInt.of(promptTokens) : OptionalInt.empty(),
                    oneMost ? OptionalInt.of(maxTokens) : OptionalInt.empty());
        }
    }
}
