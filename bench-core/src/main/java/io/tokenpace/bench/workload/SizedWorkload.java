package io.tokenpace.bench.workload;

import io.tokenpace.bench.draw.Draws;
import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.wire.Ask;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Prompts and answers of sizes that are listed or drawn.
 *
 * <p>Listed sizes make cells, one for each combination, sent in seeded random order: each block of as many items as there
 * are cells holds every cell once, so that the cells grow evenly and none meets the service only early or late. Drawn
 * sizes make none: each item has its own.
 */
public final class SizedWorkload implements ScriptedWorkload {
    private final RequestShape shape;
    private final long seed;
    private final String stream;
    private final List<Cell> cells;
    private final Draws order;
    private final Draws promptSizes;
    private final Draws answerSizes;
    private final AskText text;

    /** @param stream names the draws: two workloads of one seed with other stream names share no more than they should */
    public SizedWorkload(RequestShape shape, long seed, String stream) {
        this(shape, TextSize.IDENTITY, seed, stream);
    }

    private SizedWorkload(RequestShape shape, TextSize line, long seed, String stream) {
        this.shape = shape;
        this.seed = seed;
        this.stream = stream;
        this.cells = cells(shape);
        this.order = Draws.of(seed, stream + ".order");
        this.promptSizes = Draws.of(seed, stream + ".prompt_tokens");
        this.answerSizes = Draws.of(seed, stream + ".max_tokens");
        this.text = new AskText(shape, line, seed, stream);
    }

    private static List<Cell> cells(RequestShape shape) {
        return sides(shape.promptTokens()).stream()
                .flatMap(prompt -> sides(shape.maxTokens()).stream().map(answer -> new Cell(prompt, answer)))
                .toList();
    }

    private static List<OptionalInt> sides(SizeSpec sizes) {
        return sizes.isListed() ? sizes.listed().stream().map(OptionalInt::of).toList() : List.of(OptionalInt.empty());
    }

    /** Returns the cells in the order in which their sizes were listed. */
    @Override
    public List<Cell> cells() {
        return cells;
    }

    @Override
    public ItemSizes sizes(long index) {
        int size = cells.size();
        int number = size == 1 ? 0 : shuffled(index / size).get((int) (index % size));
        Cell cell = cells.get(number);
        return new ItemSizes(
                number,
                cell.promptTokens().orElseGet(() -> shape.promptTokens().at(promptSizes.uniform(index))),
                cell.maxTokens().orElseGet(() -> shape.maxTokens().at(answerSizes.uniform(index))));
    }

    @Override
    public WorkItem item(long index) {
        ItemSizes sizes = sizes(index);
        Ask ask = text.ask(sizes.promptTokens(), sizes.maxTokens(), index);
        return new WorkItem(sizes.cell(), sizes.promptTokens(), ask);
    }

    /** Returns a user who never runs out of words: each turn's sizes are those of the cell, or drawn anew. */
    @Override
    public Script script(long index) {
        WorkItem opening = item(index);
        Cell cell = cells.get(opening.cell());
        return new Script(opening, Integer.MAX_VALUE, turn -> {
            int tokens = cell.promptTokens()
                    .orElseGet(() ->
                            shape.promptTokens().at(promptSizes.fork(index).uniform(turn)));
            int maxTokens = cell.maxTokens()
                    .orElseGet(
                            () -> shape.maxTokens().at(answerSizes.fork(index).uniform(turn)));
            return text.saying(tokens, maxTokens, index, turn);
        });
    }

    /** {@inheritDoc} The system text has its full size, or all words but one where the sample is too small for that. */
    @Override
    public Optional<Ask> sample(int words) {
        RequestShape small = shape.withSystemTokens(Math.min(shape.systemTokens(), words - 1));
        // Drawn from a seed of their own, not even what all items share is in a sample.
        long sampleSeed = Draws.of(seed, "samples").bits(words);
        return Optional.of(new AskText(small, TextSize.IDENTITY, sampleSeed, "sample").ask(words, 1, 0));
    }

    @Override
    public SizedWorkload sizedBy(TextSize line) {
        return new SizedWorkload(shape, line, seed, stream);
    }

    /** Returns the order of one block, by Fisher and Yates. */
    private List<Integer> shuffled(long block) {
        Draws draws = order.fork(block);
        List<Integer> positions =
                new ArrayList<>(IntStream.range(0, cells.size()).boxed().toList());
        for (int last = cells.size() - 1; last > 0; last--) {
            Collections.swap(positions, last, draws.below(last + 1, last));
        }
        return positions;
    }
}
