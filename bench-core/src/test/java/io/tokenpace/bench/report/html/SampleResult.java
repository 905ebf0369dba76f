package io.tokenpace.bench.report.html;

import io.tokenpace.bench.report.html.SampleRequests.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The run.json of a sample run. */
final class SampleResult {
    private SampleResult() {}

    static Map<String, Object> of(String name, SampleRequests requests, int seconds, int failed) {
        int count = requests.all().size();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("schema", "tokenpace.run/1");
        result.put("id", name);
        result.put("state", "complete");
        result.put("verdict", verdict());
        result.put("manifest", manifest());
        result.put("totals", totals(count, failed));
        result.put("metrics", count == 0 ? Map.of() : metrics(requests));
        result.put("throughput", count == 0 ? Map.of() : throughput(requests, seconds));
        result.put("spent", spent());
        result.put("fits", count == 0 ? Map.of() : fits());
        result.put("cells", List.of());
        result.put("turns", List.of());
        result.put("slos", List.of(slo("ttft.p99<800ms", 712.5, "HELD"), slo("decode_rate.p10>60", 53.1, "MISSED")));
        result.put("errors", List.of());
        result.put("stop_reasons", count == 0 ? Map.of() : Map.of("max_tokens", count));
        result.put("client", client(seconds));
        return result;
    }

    static Map<String, Object> error(String kind, int status, int count, String example) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("kind", kind);
        error.put("status", status);
        error.put("count", count);
        error.put("retried", 2);
        error.put("example", example);
        error.put("request_id", "req_011CSHoEeqs5C35K2UUqR7Fy");
        return error;
    }

    static Map<String, Object> metrics(SampleRequests requests) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        figures(requests).forEach((metric, figures) -> metrics.put(metric, figures.summary()));
        return metrics;
    }

    static Map<String, SampleFigures> figures(SampleRequests requests) {
        Map<String, SampleFigures> figures = new LinkedHashMap<>();
        add(figures, "ttft", "ms", requests.sorted(Request::ttftMs));
        add(figures, "ttft_service", "ms", requests.sorted(request -> request.ttftMs() * 0.9));
        add(figures, "tpot", "ms", requests.sorted(Request::tpotMs));
        add(figures, "decode_rate", "tokens/s", requests.sorted(Request::rate));
        add(figures, "stall", "ms", requests.sorted(Request::stallMs));
        add(figures, "e2e", "ms", requests.sorted(Request::e2eMs));
        add(figures, "send_lag", "ms", requests.sorted(request -> request.ttftMs() / 1_000));
        add(figures, "output_tokens", "tokens", requests.sorted(Request::output));
        return figures;
    }

    private static void add(Map<String, SampleFigures> figures, String metric, String unit, double[] sorted) {
        figures.put(metric, new SampleFigures(metric, unit, sorted));
    }

    private static Map<String, Object> verdict() {
        Map<String, Object> verdict = new LinkedHashMap<>();
        verdict.put("status", "VALID");
        verdict.put("reasons", List.of());
        verdict.put("notes", List.of("43 % of the answers ended before max_tokens"));
        return verdict;
    }

    private static Map<String, Object> manifest() {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("version", "0.1.0");
        manifest.put("command", List.of("run", "--mock", "sonnet", "-c", "16", "--name", "it's a test"));
        manifest.put("options", options());
        manifest.put("seed", 935_351_663);
        manifest.put("workload_digest", "3983832399b290db");
        manifest.put("target", "embedded mock sonnet");
        manifest.put("api", "anthropic");
        manifest.put("model", "claude-sonnet");
        manifest.put("start", "2026-11-21T19:52:48.172859896Z");
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("jvm", "OpenJDK 64-Bit Server VM 17.0.15+6");
        machine.put("jvm_flags", List.of("-XX:+UseSerialGC", "-Xms512m"));
        machine.put("os", "Linux 6.18 amd64");
        machine.put("cpus", 8);
        manifest.put("machine", machine);
        return manifest;
    }

    private static Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("url", "[]");
        options.put("mock", "sonnet");
        options.put("prompt-tokens", "128,1024,8192");
        options.put("max-tokens", "32,128");
        options.put("concurrency", "16");
        options.put("rate", "null");
        options.put("duration", "40s");
        options.put("seed", "935351663");
        return options;
    }

    private static Map<String, Object> totals(int count, int failed) {
        Map<String, Object> totals = new LinkedHashMap<>();
        totals.put("planned", count + failed);
        totals.put("sent", count + failed);
        totals.put("succeeded", count);
        totals.put("failed", failed);
        totals.put("dropped", 0);
        totals.put("incomplete", 0);
        return totals;
    }

    private static Map<String, Object> throughput(SampleRequests requests, int seconds) {
        double tokens = requests.all().stream().mapToInt(Request::output).sum();
        double prompts = requests.all().stream().mapToInt(Request::prompt).sum();
        Map<String, Object> throughput = new LinkedHashMap<>();
        throughput.put("requests_per_s", SampleFigures.rounded(requests.all().size() / (double) seconds));
        throughput.put("output_tokens_per_s", SampleFigures.rounded(tokens / seconds));
        throughput.put("input_tokens_per_s", SampleFigures.rounded(prompts / seconds));
        throughput.put("goodput_per_s", SampleFigures.rounded(requests.all().size() * 0.9 / seconds));
        return throughput;
    }

    private static Map<String, Object> spent() {
        Map<String, Object> spent = new LinkedHashMap<>();
        spent.put("input_tokens", 2_307_432);
        spent.put("cached_tokens", 16_512);
        spent.put("cache_write_tokens", 0);
        spent.put("output_tokens", 56_354);
        spent.put("uncounted_requests", 0);
        spent.put("uncounted_tokens", 0);
        spent.put("cost_usd", 7.77);
        return spent;
    }

    private static Map<String, Object> fits() {
        return Map.of("prefill_ms_per_1k", Map.of("value", 48.312, "ci95", List.of(47.902, 48.722)));
    }

    private static Map<String, Object> slo(String expression, double value, String status) {
        Map<String, Object> slo = new LinkedHashMap<>();
        slo.put("expression", expression);
        slo.put("value", value);
        slo.put("status", status);
        return slo;
    }

    private static Map<String, Object> client(int seconds) {
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("loops", 2);
        client.put("window_s", seconds - 5.0);
        client.put("send_lag", tail(0.271, 0.496, 1.978));
        client.put("loop_lag", tail(0.124, 0.17, 0.911));
        client.put("loop_lags", new ArrayList<>(List.of(tail(0.12, 0.16, 0.8), tail(0.13, 0.18, 0.95))));
        client.put("hiccup", tail(0.095, 0.12, 0.298));
        client.put("cpu_cores", 0.2);
        client.put("cpu_withheld", 0.0);
        client.put("gc_pauses_ms", 3.4);
        client.put("in_flight_s", 318.46);
        client.put("overlap_s", 318.46);
        client.put("concurrency_held", 15.962);
        client.put("empty_queues", 0);
        client.put("stale_connections", 0);
        client.put("overflows", 0);
        client.put("machine", Map.of("cores", 8, "usable_cores", 4, "busy_cores", 0.61, "waited_s", 0.118));
        client.put("mock", Map.of("lateness", tail(0.117, 0.186, 1.372), "in_flight_s", 317.184));
        return client;
    }

    private static Map<String, Object> tail(double p50, double p90, double p99) {
        Map<String, Object> tail = new LinkedHashMap<>();
        tail.put("count", 990);
        tail.put("p50", p50);
        tail.put("p90", p90);
        tail.put("p99", p99);
        tail.put("max", p99 * 3);
        return tail;
    }
}
