package io.tokenpace.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * The loads of a calibration, lowest first.
 *
 * @param streams of each load
 * @param endsWhereItGivesIn whether a load that is not held is the last one
 */
record Ladder(List<Integer> streams, boolean endsWhereItGivesIn) {
    static final int MOST = 100_000;

    private static final List<Integer> FIRST = List.of(1, 10, 100, 500, 1_000);

    Ladder {
        streams = streams.stream().sorted().distinct().toList();
        if (streams.isEmpty()) {
            throw new IllegalArgumentException("streams must name a load");
        }
        for (int each : streams) {
            if (each < 1 || each > MOST) {
                throw new IllegalArgumentException("streams (" + each + ") must be from 1 to " + MOST);
            }
        }
    }

    /** Returns exactly these loads. */
    static Ladder of(List<Integer> streams) {
        return new Ladder(streams, false);
    }

    /** Returns loads that rise until the machine gives in, the last of them at most so high. */
    static Ladder rising(int most) {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("max-streams (" + most + ") must be from 1 to " + MOST);
        }
        List<Integer> loads = new ArrayList<>(FIRST);
        for (int load = 2 * FIRST.get(FIRST.size() - 1); load <= most; load *= 2) {
            loads.add(load);
        }
        loads.removeIf(load -> load > most);
        loads.add(most);
        return new Ladder(loads, true);
    }
}
