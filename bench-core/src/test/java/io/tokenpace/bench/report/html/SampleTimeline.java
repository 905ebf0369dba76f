package io.tokenpace.bench.report.html;

import io.tokenpace.bench.report.html.SampleRequests.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/** The seconds of a sample run. */
final class SampleTimeline {
    private static final int WARMUP_S = 5;

    private final SampleRequests requests;
    private final int seconds;
    private final boolean failing;

    SampleTimeline(SampleRequests requests, int seconds, boolean failing) {
        this.requests = requests;
        this.seconds = seconds;
        this.failing = failing;
    }

    Map<String, Object> document() {
        Map<String, Object> timeline = new LinkedHashMap<>();
        timeline.put("step_s", 1);
        timeline.put("start_s", steps(second -> second));
        timeline.put("measured", steps(second -> second >= WARMUP_S));
        timeline.put("offered", steps(second -> count(second) + 1));
        timeline.put("achieved", steps(this::count));
        timeline.put("succeeded", steps(this::count));
        timeline.put("failed", steps(second -> failures(second, 3) + failures(second, 7)));
        timeline.put("in_flight", steps(second -> 8 + second % 5));
        timeline.put("content_events", steps(second -> count(second) * 61));
        timeline.put("loop_lag_max_ms", steps(second -> second == 9 ? null : 0.3 + 0.1 * (second % 7)));
        timeline.put("hiccup_max_ms", steps(second -> 0.2 + 0.07 * (second % 11)));
        timeline.put("bands", bands());
        timeline.put("errors", failing ? errors() : Map.of());
        return timeline;
    }

    private Map<String, Object> errors() {
        return Map.of(
                "rate_limited", steps(second -> failures(second, 3)), "timeout", steps(second -> failures(second, 7)));
    }

    private Map<String, Object> bands() {
        Map<String, Object> bands = new LinkedHashMap<>();
        bands.put("ttft", band(Request::ttftMs, 50, 90, 99));
        bands.put("decode_rate", band(Request::rate, 50, 10, 1));
        bands.put("tpot", band(Request::tpotMs, 50, 90, 99));
        bands.put("e2e", band(Request::e2eMs, 50, 90, 99));
        bands.put("stall", band(Request::stallMs, 50, 90, 99));
        return bands;
    }

    private Map<String, Object> band(ToDoubleFunction<Request> figure, int... percentiles) {
        Map<String, Object> band = new LinkedHashMap<>();
        for (int percentile : percentiles) {
            band.put(
                    "p" + percentile,
                    steps(second -> SampleFigures.quantile(
                            requests.between(second, second + 1).sorted(figure), percentile / 100.0)));
        }
        return band;
    }

    private int count(int second) {
        return requests.between(second, second + 1).all().size();
    }

    private int failures(int second, int every) {
        return failing && second % every == 0 ? 1 + second % 2 : 0;
    }

    private List<Object> steps(IntFunction<Object> value) {
        List<Object> values = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            values.add(value.apply(second));
        }
        return values;
    }
}
