package io.tokenpace.bench.report.html;

import io.tokenpace.bench.report.html.SampleRequests.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Documents as the page gets them, made without the product's own writer. */
final class Samples {
    static final String HOSTILE = "</script><script>alert('x')</script><img src=x onerror=alert(1)>&\u2028\u2029";

    private static final int SECONDS = 40;

    private Samples() {}

    /** One run that went well. */
    static Map<String, Object> good() {
        return document(run("20261120T203800Z-sonnet", SampleRequests.drawn(1, 2_400, SECONDS, 1), false));
    }

    /** A run that must not be believed, whose every string was written by someone who means harm. */
    static Map<String, Object> hostile() {
        Map<String, Object> run = run(HOSTILE, SampleRequests.drawn(2, 600, SECONDS, 1.3), true);
        Map<String, Object> result = part(run, "result");
        result.put("state", "interrupted");
        part(result, "manifest").put("model", HOSTILE);
        part(result, "manifest").put("target", HOSTILE);
        part(result, "manifest").put("command", List.of("run", HOSTILE));
        part(result, "manifest").put("options", Map.of(HOSTILE, HOSTILE));
        Map<String, Object> verdict = part(result, "verdict");
        verdict.put("status", "INVALID");
        verdict.put("notes", List.of(HOSTILE));
        verdict.put(
                "reasons",
                List.of(
                        Map.of("rule", "send_lag", "text", "p99 18.2 ms is above 10 ms: give the client more cores"),
                        Map.of("rule", "data", "text", HOSTILE)));
        result.put("stop_reasons", Map.of(HOSTILE, 600));
        result.put(
                "errors",
                List.of(
                        SampleResult.error("rate_limited", 429, 20, HOSTILE),
                        SampleResult.error("timeout", 0, 9, "no answer within 10 s")));
        return document(run);
    }

    /** A run over several sizes. */
    static Map<String, Object> grid() {
        SampleRequests requests = SampleRequests.drawn(3, 1_200, SECONDS, 1);
        Map<String, Object> run = run("20261120T203800Z-grid", requests, true);
        Map<String, Object> result = part(run, "result");
        result.put("errors", List.of(SampleResult.error("rate_limited", 429, 29, "slow down")));
        List<Object> cells = new ArrayList<>();
        for (int cell = 0; cell < SampleRequests.PROMPTS.length * SampleRequests.LIMITS.length; cell++) {
            cells.add(Map.of(
                    "prompt_tokens", SampleRequests.PROMPTS[cell / SampleRequests.LIMITS.length],
                    "max_tokens", SampleRequests.LIMITS[cell % SampleRequests.LIMITS.length],
                    "metrics", SampleResult.metrics(requests.ofCell(cell))));
        }
        result.put("cells", cells);
        run.put("grid", gridOf(requests));
        return document(run);
    }

    /** Three loads of one service; the last one's name means harm. */
    static Map<String, Object> several() {
        List<Map<String, Object>> runs = new ArrayList<>();
        for (int load = 1; load <= 3; load++) {
            Map<String, Object> run = run(
                    load < 3 ? "c" + 8 * load : HOSTILE,
                    SampleRequests.drawn(load, 500 * load, SECONDS, 1 + 0.3 * load),
                    false);
            Map<String, Object> options = part(part(part(run, "result"), "manifest"), "options");
            options.put("concurrency", String.valueOf(8 * load));
            runs.add(run);
        }
        return documents(runs);
    }

    /** A run whose target could not be used: nothing was ever sent. */
    static Map<String, Object> empty() {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("name", "20261120T203800Z-nothing");
        SampleRequests none = SampleRequests.drawn(1, 0, 1, 1);
        Map<String, Object> result = SampleResult.of("20261120T203800Z-nothing", none, 5, 0);
        part(result, "verdict").put("status", "INVALID");
        part(result, "verdict").put("reasons", List.of(Map.of("rule", "target", "text", "connection refused")));
        result.put("slos", List.of());
        run.put("result", result);
        run.put("distributions", List.of());
        run.put("timeline", new SampleTimeline(none, 0, false).document());
        run.put("points", Map.of("of", 0, "shown", 0, "columns", POINT_COLUMNS, "rows", List.of()));
        run.put("fit", null);
        run.put("grid", null);
        run.put("slowest", List.of());
        return document(run);
    }

    private static final List<String> POINT_COLUMNS = List.of(
            "at_s", "prompt_tokens", "cached_tokens", "ttft_ms", "output_tokens", "decode_rate", "stall_ms", "cell");

    private static Map<String, Object> run(String name, SampleRequests requests, boolean failing) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("name", name);
        run.put("result", SampleResult.of(name, requests, SECONDS, failing ? 29 : 0));
        List<Object> distributions = new ArrayList<>();
        SampleResult.figures(requests).values().forEach(figures -> distributions.add(figures.distribution()));
        run.put("distributions", distributions);
        run.put("timeline", new SampleTimeline(requests, SECONDS, failing).document());
        run.put("points", points(requests));
        run.put("fit", Map.of("intercept_ms", 60.2, "ms_per_1k", 48.312, "ci95", List.of(47.902, 48.722)));
        run.put("grid", null);
        run.put("slowest", slowest(requests, name));
        return run;
    }

    private static Map<String, Object> points(SampleRequests requests) {
        List<Object> rows = new ArrayList<>();
        for (Request request : requests.all()) {
            rows.add(List.of(
                    SampleFigures.rounded(request.atS()),
                    request.prompt(),
                    0,
                    SampleFigures.rounded(request.ttftMs()),
                    request.output(),
                    SampleFigures.rounded(request.rate()),
                    SampleFigures.rounded(request.stallMs()),
                    request.cell()));
        }
        Map<String, Object> points = new LinkedHashMap<>();
        points.put("of", rows.size());
        points.put("shown", rows.size());
        points.put("columns", POINT_COLUMNS);
        points.put("rows", rows);
        return points;
    }

    private static List<Object> slowest(SampleRequests requests, String text) {
        List<Object> slowest = new ArrayList<>();
        requests.all().stream()
                .sorted(Comparator.comparingDouble(Request::e2eMs).reversed())
                .limit(12)
                .forEach(
                        request -> slowest.add(waterfall(request, requests.all().indexOf(request), text)));
        return slowest;
    }

    private static Map<String, Object> waterfall(Request request, int index, String text) {
        Map<String, Object> slow = new LinkedHashMap<>();
        slow.put("index", index);
        slow.put("at_s", SampleFigures.rounded(request.atS()));
        slow.put("outcome", "succeeded");
        slow.put("error", null);
        slow.put("error_text", index % 2 == 0 ? text : null);
        slow.put("status", 200);
        slow.put("attempts", 1);
        slow.put("request_id", text);
        slow.put("prompt_tokens", request.prompt());
        slow.put("output_tokens", request.output());
        slow.put("ttft_ms", SampleFigures.rounded(request.ttftMs()));
        slow.put("e2e_ms", SampleFigures.rounded(request.e2eMs()));
        slow.put(
                "phases",
                List.of(
                        phase("send_lag", 0, 0.4),
                        phase("connect", 0.4, 9),
                        phase("tls", 9, 31),
                        phase("send", 31, 32),
                        phase("wait", 32, request.ttftMs()),
                        phase("decode", request.ttftMs(), request.e2eMs())));
        return slow;
    }

    private static Map<String, Object> phase(String name, double from, double to) {
        Map<String, Object> phase = new LinkedHashMap<>();
        phase.put("name", name);
        phase.put("from_ms", SampleFigures.rounded(from));
        phase.put("to_ms", SampleFigures.rounded(to));
        return phase;
    }

    private static Map<String, Object> gridOf(SampleRequests requests) {
        Map<String, Object> grid = new LinkedHashMap<>();
        grid.put("prompt_tokens", Arrays.stream(SampleRequests.PROMPTS).boxed().toList());
        grid.put("max_tokens", Arrays.stream(SampleRequests.LIMITS).boxed().toList());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ttft", Map.of("p50", cells(requests, "ttft", 0.5), "p95", cells(requests, "ttft", 0.95)));
        values.put(
                "decode_rate",
                Map.of("p50", cells(requests, "decode_rate", 0.5), "p10", cells(requests, "decode_rate", 0.1)));
        values.put("tpot", Map.of("p50", cells(requests, "tpot", 0.5), "p95", cells(requests, "tpot", 0.95)));
        grid.put("values", values);
        return grid;
    }

    private static List<List<Double>> cells(SampleRequests requests, String metric, double fraction) {
        List<List<Double>> rows = new ArrayList<>();
        for (int prompt = 0; prompt < SampleRequests.PROMPTS.length; prompt++) {
            List<Double> row = new ArrayList<>();
            for (int limit = 0; limit < SampleRequests.LIMITS.length; limit++) {
                SampleRequests cell = requests.ofCell(prompt * SampleRequests.LIMITS.length + limit);
                row.add(SampleFigures.quantile(
                        cell.sorted(request -> switch (metric) {
                            case "ttft" -> request.ttftMs();
                            case "tpot" -> request.tpotMs();
                            default -> request.rate();
                        }),
                        fraction));
            }
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Object> document(Map<String, Object> run) {
        return documents(List.of(run));
    }

    private static Map<String, Object> documents(List<Map<String, Object>> runs) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", "0.1.0");
        document.put("written", "2026-11-21T20:00:00Z");
        document.put("runs", runs);
        return document;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> whole, String key) {
        return (Map<String, Object>) whole.get(key);
    }
}
