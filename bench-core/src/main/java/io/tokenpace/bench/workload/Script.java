package io.tokenpace.bench.workload;

import java.util.function.IntFunction;

/**
 * What the user of one conversation has to say; the answers come from the service.
 *
 * @param opening the first request
 * @param turns how many turns there are at most, the opening included
 * @param later gives what the user says in a turn from 2 on
 */
public record Script(WorkItem opening, int turns, IntFunction<Saying> later) {
    public Script {
        if (turns < 1) {
            throw new IllegalArgumentException("turns (" + turns + ") must be at least 1");
        }
    }
}
