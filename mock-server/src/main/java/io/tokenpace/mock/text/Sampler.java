package io.tokenpace.mock.text;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Draws tokens with one set of sampling parameters.
 *
 * <p>What may come next in a state is worked out the first time the state is met, and then only looked up. Safe for use
 * by several threads: two that meet a state at once work out the same.
 */
public final class Sampler {
    private final Sampling sampling;
    private final AtomicReferenceArray<Choice> choices =
            new AtomicReferenceArray<>(NextTokenTable.shared().states() * NextTokenTable.TOPICS);

    /** A sampler of its own; {@link Samplers} shares them. */
    public Sampler(Sampling sampling) {
        this.sampling = sampling;
    }

    /** Works out all states now. */
    void prepare() {
        for (int state = 0; state < NextTokenTable.shared().states(); state++) {
            for (int topic = 0; topic < NextTokenTable.TOPICS; topic++) {
                choice(state, topic);
            }
        }
    }

    Choice choice(int state, int topic) {
        int index = state * NextTokenTable.TOPICS + topic;
        Choice known = choices.get(index);
        if (known == null) {
            known = Choice.of(NextTokenTable.shared().candidates(state, topic), sampling);
            choices.set(index, known);
        }
        return known;
    }
}
