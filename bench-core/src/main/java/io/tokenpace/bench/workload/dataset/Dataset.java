package io.tokenpace.bench.workload.dataset;

import io.tokenpace.bench.workload.source.Breakages;
import io.tokenpace.bench.workload.source.BrokenLines;
import io.tokenpace.bench.workload.source.DataException;
import io.tokenpace.bench.workload.source.Reading;
import io.tokenpace.bench.workload.source.TextFile;
import java.util.Optional;

/**
 * The samples of a file in their order, from its beginning again whenever it ends. Memory does not grow with the file:
 * no more than a buffer and one sample are held. Used by one thread.
 */
public final class Dataset implements AutoCloseable {
    private final TextFile file;
    private final DatasetFormat format;
    private final Breakages breakages;
    private Reading<Optional<Sample>> reading;
    private boolean found;
    private long passes;
    private long askingNothing;

    Dataset(TextFile file, DatasetFormat format, BrokenLines policy) {
        this.file = file;
        this.format = format;
        this.breakages = new Breakages(file, policy);
        this.reading = new Reading<>(file, new SampleParser(format), breakages);
    }

    /**
     * Returns the next sample. There always is one.
     *
     * @throws DataException if the file cannot be read further, or holds no sample at all
     */
    public Sample next() {
        while (true) {
            Optional<Optional<Sample>> read = reading.next();
            if (read.isEmpty()) {
                beginAgain();
            } else if (read.get().isPresent()) {
                found = true;
                return read.get().get();
            } else if (passes == 0) {
                askingNothing++;
            }
        }
    }

    /** What is broken was counted in the first pass; later ones pass over the same lines. */
    private void beginAgain() {
        if (!found) {
            throw file.refusal("must hold at least one sample that can be sent");
        }
        found = false;
        reading.close();
        passes++;
        reading = new Reading<>(file, new SampleParser(format), new Breakages(file, BrokenLines.SKIP));
    }

    /** Returns how the file writes its samples. */
    public DatasetFormat format() {
        return format;
    }

    /** Returns how often the file has been read to its end. */
    public long passes() {
        return passes;
    }

    /** Returns how many ShareGPT conversations were passed over because nobody asks in them, or a turn is blank. */
    public long askingNothing() {
        return askingNothing;
    }

    /** Returns the broken lines that were passed over, each once however many passes there are. */
    public Breakages broken() {
        return breakages;
    }

    @Override
    public void close() {
        reading.close();
    }
}
