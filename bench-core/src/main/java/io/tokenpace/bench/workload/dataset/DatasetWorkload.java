package io.tokenpace.bench.workload.dataset;

import io.tokenpace.bench.workload.WorkItem;
import io.tokenpace.bench.workload.Workload;
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
public final class DatasetWorkload implements Workload, AutoCloseable {
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
    public synchronized WorkItem item(long index) {
        while (samples.count() <= index) {
            samples.add(dataset.next());
        }
        Sample sample = samples.get(index);
        return new WorkItem(WorkItem.UNKNOWN_SIZE, sample.ask(model, maxTokensElse.applyAsInt(index)));
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
