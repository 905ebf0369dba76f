package io.tokenpace.bench.workload;

/** A workload whose items can be the openings of conversations. */
public interface ScriptedWorkload extends Workload {
    /** Returns what the user has to say who opens with the item of an index. */
    Script script(long index);

    @Override
    default ScriptedWorkload sizedBy(TextSize line) {
        return this;
    }
}
