package io.tokenpace.bench.measure;

import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.result.Attempt;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.Pace;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.Stamps;
import io.tokenpace.bench.result.Unit;
import java.util.OptionalLong;

/** Derives the figures of one request from its stamps. A figure whose moments did not come is not recorded. */
public final class RequestMetrics {
    private static final double NANOS_PER_SECOND = 1e9;

    private RequestMetrics() {}

    /** Hands every figure of a request that succeeded to the sink. */
    public static void derive(RequestRecord request, MetricSink sink) {
        Stamps at = request.stamps();
        time(Metric.TTFT, at.intended(), at.firstToken(), sink);
        time(Metric.TTFT_SERVICE, at.sent(), at.firstToken(), sink);
        time(Metric.TTFB, at.sent(), at.head(), sink);
        time(Metric.FIRST_TEXT, at.intended(), at.firstText(), sink);
        time(Metric.THINKING, at.thinking(), at.firstText(), sink);
        time(Metric.E2E, at.intended(), at.lastToken(), sink);
        time(Metric.SEND_LAG, at.intended(), at.started(), sink);
        time(
                Metric.CONNECT_WAIT,
                at.connecting(),
                at.tlsDone() == Stamps.UNKNOWN ? at.connected() : at.tlsDone(),
                sink);
        time(Metric.CONNECT, at.connecting(), at.connected(), sink);
        time(Metric.TLS, at.connected(), at.tlsDone(), sink);
        deriveQueue(request, sink);
        deriveDecode(request, sink);
        deriveTokens(request, sink);
    }

    /** The wait for a slot ends where the request is first sent, or begins to open its connection. */
    private static void deriveQueue(RequestRecord request, MetricSink sink) {
        Stamps at = request.stamps();
        if (request.attempts().isEmpty()) {
            deriveQueue(at.started(), at.connecting(), at.sent(), sink);
        } else {
            Attempt first = request.attempts().get(0);
            deriveQueue(first.started(), first.connecting(), first.sent(), sink);
        }
    }

    private static void deriveQueue(long started, long connecting, long sent, MetricSink sink) {
        time(Metric.QUEUE, started, connecting == Stamps.UNKNOWN ? sent : connecting, sink);
    }

    private static void deriveDecode(RequestRecord request, MetricSink sink) {
        request.stallNanos().ifPresent(nanos -> sink.record(Metric.STALL, nanos));
        Pace.of(request).ifPresent(pace -> {
            sink.record(Metric.TPOT, Math.round(pace.nanosPerToken()));
            double perSecond = pace.tokensPerSecond();
            sink.record(Metric.DECODE_RATE, Math.round(perSecond * Unit.TOKENS_PER_SECOND.stepsPerUnit()));
        });
    }

    private static void deriveTokens(RequestRecord request, MetricSink sink) {
        Usage usage = request.usage();
        if (request.promptTokens() > 0) {
            sink.record(Metric.PROMPT_TOKENS, request.promptTokens());
        }
        sink.record(Metric.MAX_TOKENS, request.maxTokens());
        if (usage.hasInput()) {
            sink.record(Metric.INPUT_TOKENS, usage.totalInputTokens());
            sink.record(Metric.CACHED_TOKENS, Math.max(0, usage.cacheReadTokens()));
            OptionalLong prefill =
                    Stamps.between(request.stamps().sent(), request.stamps().firstToken());
            if (prefill.orElse(0) > 0) {
                double perSecond = usage.uncachedInputTokens() * NANOS_PER_SECOND / prefill.getAsLong();
                sink.record(Metric.PREFILL_RATE, Math.round(perSecond * Unit.TOKENS_PER_SECOND.stepsPerUnit()));
            }
        }
        sink.record(
                Metric.OUTPUT_TOKENS,
                usage.hasOutput() ? usage.outputTokens() : request.content().events());
    }

    private static void time(Metric metric, long from, long to, MetricSink sink) {
        Stamps.between(from, to).ifPresent(nanos -> sink.record(metric, nanos));
    }
}
