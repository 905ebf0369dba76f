package io.tokenpace.bench.run;

import io.tokenpace.bench.measure.MetricSet;
import io.tokenpace.bench.measure.RequestMetrics;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.TurnResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of conversations by the number of the turn: each turn's prompt is longer, and more of it may be cached. */
final class TurnBooks {
    private final Map<Integer, TurnBook> turns = new TreeMap<>();

    void addSuccess(RequestRecord request) {
        if (request.turn() > 0) {
            RequestMetrics.derive(request, of(request).metrics);
        }
    }

    void addFailure(RequestRecord request) {
        if (request.turn() > 0) {
            of(request).failures++;
        }
    }

    private TurnBook of(RequestRecord request) {
        return turns.computeIfAbsent(request.turn(), TurnBook::new);
    }

    /** Returns the figures of each turn, none where there is only one. */
    List<TurnResult> results() {
        return turns.size() < 2
                ? List.of()
                : turns.values().stream().map(TurnBook::result).toList();
    }

    /** The figures of one turn. */
    private static final class TurnBook {
        private final int number;
        private final MetricSet metrics = MetricSet.small();
        private long failures;

        TurnBook(int number) {
            this.number = number;
        }

        TurnResult result() {
            return new TurnResult(number, failures, metrics.summarize(failures));
        }
    }
}
