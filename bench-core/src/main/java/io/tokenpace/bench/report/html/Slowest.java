package io.tokenpace.bench.report.html;

import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.Stamps;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/** The slowest of all measured requests, however they ended; it never holds more than so many. */
final class Slowest {
    private static final Comparator<RequestRecord> BY_TIME =
            Comparator.comparingLong(request -> tookNanos(request).orElse(0));

    private final int most;
    private final PriorityQueue<RequestRecord> quickestFirst = new PriorityQueue<>(BY_TIME);

    Slowest(int most) {
        this.most = most;
    }

    /** Returns the time from when a request was to be sent to its last token, or to its failure. */
    static OptionalLong tookNanos(RequestRecord request) {
        Stamps at = request.stamps();
        return Stamps.between(at.intended(), request.succeeded() ? at.lastToken() : at.end());
    }

    void add(RequestRecord request) {
        if (tookNanos(request).isEmpty()) {
            return;
        }
        quickestFirst.add(request);
        if (quickestFirst.size() > most) {
            quickestFirst.poll();
        }
    }

    /** Returns them, the slowest first. */
    List<SlowRequest> list() {
        return quickestFirst.stream()
                .sorted(BY_TIME.reversed())
                .map(SlowRequest::of)
                .toList();
    }
}
