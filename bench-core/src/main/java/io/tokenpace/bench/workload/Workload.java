package io.tokenpace.bench.workload;

/** The items of a run, each a pure function of its index: the same seed asks the same of any service. */
@FunctionalInterface
public interface Workload {
    /** Returns the item with the index, counted from 0. */
    WorkItem item(long index);
}
