package io.tokenpace.bench.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** How many requests of a log were in flight at a time. */
final class Overlap {
    private Overlap() {}

    /** Returns the most requests that were between sent and end at one moment. */
    static int most(List<JsonNode> requests) {
        List<long[]> steps = new ArrayList<>();
        for (JsonNode request : requests) {
            steps.add(new long[] {request.get("sent").asLong(), 1});
            steps.add(new long[] {request.get("end").asLong(), -1});
        }
        // What ends at a moment makes room for what is sent at it.
        steps.sort(Comparator.<long[]>comparingLong(step -> step[0]).thenComparingLong(step -> step[1]));
        int most = 0;
        int now = 0;
        for (long[] step : steps) {
            now += (int) step[1];
            most = Math.max(most, now);
        }
        return most;
    }

    /** Returns the share of a span for which a number of users were all between intending a request and its end. */
    static double held(List<JsonNode> requests, int users, long fromNanos, long toNanos) {
        long busy = 0;
        for (JsonNode request : requests) {
            long from = Math.max(fromNanos, request.get("sent").asLong());
            long to = Math.min(toNanos, request.get("end").asLong());
            busy += Math.max(0, to - from);
        }
        return (double) busy / users / (toNanos - fromNanos);
    }
}
