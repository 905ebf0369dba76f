package io.tokenpace.bench.workload.dataset;

import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.Turn;
import io.tokenpace.bench.workload.Saying;
import io.tokenpace.bench.workload.Script;
import io.tokenpace.bench.workload.ScriptedWorkload;
import io.tokenpace.bench.workload.WorkItem;
import io.tokenpace.bench.workload.source.DataException;
import io.tokenpace.bench.workload.source.Latest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToIntFunction;

/**
 * The samples of a dataset as items of a run, in their order. The sizes of their prompts are not known until a service
 * has counted them.
 *
 * <p>The file is read as items are asked for, and only the latest are kept: items may be asked for again,
 * but not from far back. Safe for use by several threads.
 */
public final class DatasetWorkload implements ScriptedWorkload {
    private final Dataset dataset;
    private final String model;
    private final LongToIntFunction maxTokensElse;
    private final Latest<Sample> samples = new Latest<>();

    /**
     * Begins with the sample behind the first {@code skipped}.
     *
     * @param maxTokensElse gives the ceiling of the item with an index whose sample names none
     * @throws DataException if there is no first sample
     */
    public DatasetWorkload(Dataset dataset, String model, LongToIntFunction maxTokensElse, long skipped) {
        this.dataset = dataset;
        this.model = model;
        this.maxTokensElse = maxTokensElse;
        for (long i = 0; i < skipped; i++) {
            dataset.next();
        }
        item(0);
    }

    @Override
    public WorkItem item(long index) {
        Ask ask = sample(index).ask(model, maxTokensElse.applyAsInt(index));
        return new WorkItem(WorkItem.UNKNOWN_SIZE, ask);
    }

    /** Returns what the user of a sample said; the answers it has are left to the service. */
    @Override
    public Script script(long index) {
        Sample sample = sample(index);
        Ask opening = sample.opening(model, maxTokensElse.applyAsInt(index));
        List<Turn> turns = sample.userTurns();
        return new Script(
                new WorkItem(WorkItem.UNKNOWN_SIZE, opening),
                turns.size(),
                turn -> new Saying(WorkItem.UNKNOWN_SIZE, turns.get(turn - 1), opening.maxTokens()));
    }

    private synchronized Sample sample(long index) {
        while (samples.count() <= index) {
            samples.add(dataset.next());
        }
        return samples.get(index);
    }

    @Override
    public synchronized List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (dataset.broken().count() > 0) {
            notes.add(dataset.broken().count() + " broken lines of the dataset were passed over, as in "
                    + dataset.broken().first().get(0));
        }
        if (dataset.askingNothing() > 0) {
            notes.add(dataset.askingNothing() + " conversations of the dataset were passed over: nobody asks in them");
        }
        if (dataset.passes() > 0) {
            notes.add("the dataset was read from its beginning again, " + dataset.passes()
                    + " times; what a prefix cache has kept of it makes ttft shorter");
        }
        return notes;
    }

    @Override
    public synchronized void close() {
        dataset.close();
    }
}
