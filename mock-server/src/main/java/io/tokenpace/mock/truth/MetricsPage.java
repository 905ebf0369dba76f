package io.tokenpace.mock.truth;

import org.HdrHistogram.Histogram;

/**
 * The metrics of a server in Prometheus's text format: those that vLLM has, under its names, and the server's own
 * lateness.
 *
 * <p>No label has a value that a client chose.
 */
public final class MetricsPage {
    private static final double NANOS = 1e9;
    private static final double TOKENS = 1;
    private static final double[] QUANTILES = {0.5, 0.9, 0.99, 1};
    private static final String LATENESS = "tokenpace_mock_lateness_seconds";

    private MetricsPage() {}

    /** Returns the page. */
    public static String text(Instruments record, Load load) {
        PrometheusText page = new PrometheusText(PrometheusText.label("engine", "0") + ","
                + PrometheusText.label("model_name", record.identity().profile()));
        state(page, load);
        counters(page, record.metrics());
        times(page, record.metrics());
        sizes(page, record.metrics());
        return page.text() + lateness(record.lateness().snapshot());
    }

    private static void state(PrometheusText page, Load load) {
        page.gauge("vllm:num_requests_running", "Requests in flight that do not wait for a slot.", load.running());
        page.gauge("vllm:num_requests_waiting", "Requests that wait for a slot.", load.waiting());
        page.gauge("vllm:kv_cache_usage_perc", "KV cache usage; 0, since none is modelled.", 0);
    }

    private static void counters(PrometheusText page, ServiceMetrics metrics) {
        double prompts = metrics.promptTokens.sum();
        page.counter("vllm:prefix_cache_queries_total", "Prompt tokens looked up in the prefix cache.", prompts);
        page.counter(
                "vllm:prefix_cache_hits_total", "Prompt tokens found in the prefix cache.", metrics.cachedTokens.sum());
        page.counter("vllm:num_preemptions_total", "Preemptions; 0, since none are modelled.", 0);
        page.counter("vllm:prompt_tokens_total", "Prompt tokens processed.", prompts);
        page.counter(
                "vllm:generation_tokens_total", "Tokens written, as they are written.", metrics.generatedTokens.sum());
        String success = "vllm:request_success_total";
        page.family(success, "counter", "Requests that have ended, by what ended them.");
        page.sample(success, PrometheusText.label("finished_reason", "stop"), metrics.stopped.sum());
        page.sample(success, PrometheusText.label("finished_reason", "length"), metrics.atCeiling.sum());
        page.sample(success, PrometheusText.label("finished_reason", "abort"), metrics.aborted.sum());
    }

    private static void times(PrometheusText page, ServiceMetrics metrics) {
        page.histogram(
                "vllm:time_to_first_token_seconds",
                "Time from the request's last byte read to its first token.",
                metrics.firstTokenNanos,
                NANOS);
        page.histogram(
                "vllm:inter_token_latency_seconds",
                "Time between the events of a stream that carry tokens.",
                metrics.gapNanos,
                NANOS);
        page.histogram(
                "vllm:e2e_request_latency_seconds",
                "Time from the request's last byte read to the answer's last byte written.",
                metrics.requestNanos,
                NANOS);
        page.histogram(
                "vllm:request_queue_time_seconds",
                "Time in the modelled queue and in wait for a slot.",
                metrics.queueNanos,
                NANOS);
        page.histogram(
                "vllm:request_prefill_time_seconds", "Time of the modelled prefill.", metrics.prefillNanos, NANOS);
        page.histogram(
                "vllm:request_decode_time_seconds",
                "Time from the first token to the last.",
                metrics.decodeNanos,
                NANOS);
    }

    private static void sizes(PrometheusText page, ServiceMetrics metrics) {
        page.histogram("vllm:request_prompt_tokens", "Tokens of a prompt.", metrics.requestPromptTokens, TOKENS);
        page.histogram(
                "vllm:request_generation_tokens", "Tokens of an answer.", metrics.requestGeneratedTokens, TOKENS);
    }

    private static String lateness(Histogram nanos) {
        PrometheusText page = new PrometheusText("");
        long count = nanos.getTotalCount();
        page.family(LATENESS, "summary", "How much later than scheduled events were written.");
        for (double quantile : QUANTILES) {
            double seconds = count == 0 ? Double.NaN : nanos.getValueAtPercentile(100 * quantile) / NANOS;
            page.sample(LATENESS, PrometheusText.label("quantile", Double.toString(quantile)), seconds);
        }
        page.sample(LATENESS + "_sum", "", count == 0 ? 0 : nanos.getMean() * count / NANOS);
        page.sample(LATENESS + "_count", "", count);
        return page.text();
    }
}
