package io.tokenpace.bench.workload;

import io.tokenpace.bench.draw.Draws;
import io.tokenpace.bench.wire.Ask;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Every combination of the listed prompt and answer sizes, in seeded random order: each block of as many items as there
 * are cells holds every cell once, so that the cells grow evenly and none meets the service only early or late.
 */
public final class GridWorkload implements Workload {
    private final String model;
    private final List<Cell> cells;
    private final Draws order;
    private final PromptText prompts;

    /**
     * @param promptSizes prompt sizes in tokens, at least one
     * @param answerSizes {@code max_tokens} values, at least one
     * @param stream names the draws: two workloads of one seed with other stream names share no prompt
     */
    public GridWorkload(String model, List<Integer> promptSizes, List<Integer> answerSizes, long seed, String stream) {
        if (promptSizes.isEmpty() || answerSizes.isEmpty()) {
            throw new IllegalArgumentException("a grid needs at least one prompt size and one answer size");
        }
        this.model = model;
        this.cells = promptSizes.stream()
                .flatMap(prompt -> answerSizes.stream().map(answer -> new Cell(prompt, answer)))
                .toList();
        this.order = Draws.of(seed, stream + ".order");
        this.prompts = new PromptText(Draws.of(seed, stream + ".prompts"));
    }

    /** Returns the cells in the order in which they were listed. */
    public List<Cell> cells() {
        return cells;
    }

    @Override
    public WorkItem item(long index) {
        int size = cells.size();
        Cell cell = cells.get(size == 1 ? 0 : shuffled(index / size).get((int) (index % size)));
        return new WorkItem(
                cell.promptTokens(), Ask.of(model, prompts.of(cell.promptTokens(), index), cell.maxTokens()));
    }

    /** Returns the order of one block, by Fisher and Yates. */
    private List<Integer> shuffled(long block) {
        Draws draws = order.fork(block);
        List<Integer> positions = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            positions.add(i);
        }
        for (int last = cells.size() - 1; last > 0; last--) {
            Collections.swap(positions, last, draws.below(last + 1, last));
        }
        return positions;
    }
}
