package io.tokenpace.bench.workload.source;

import java.util.ArrayList;
import java.util.List;

/** The broken lines of one file: how many there are, and where the first ones lie. Belongs to the reading thread. */
public final class Breakages {
    private static final int KEPT = 5;

    private final TextFile file;
    private final BrokenLines policy;
    private final List<String> first = new ArrayList<>();
    private long count;

    public Breakages(TextFile file, BrokenLines policy) {
        this.file = file;
        this.policy = policy;
    }

    /**
     * Counts a broken line.
     *
     * @throws DataException if it ends the reading: by the policy, or because nothing behind it can be read
     */
    void add(BrokenLineException broken) {
        DataException refusal = file.refusal(broken.line(), broken.getMessage());
        if (policy == BrokenLines.FATAL || broken.isLast()) {
            throw refusal;
        }
        count++;
        if (first.size() < KEPT) {
            first.add(refusal.getMessage());
        }
    }

    /** Returns how many lines were passed over. */
    public long count() {
        return count;
    }

    /** Returns what is wrong with the first ones, with file and line. */
    public List<String> first() {
        return List.copyOf(first);
    }
}
