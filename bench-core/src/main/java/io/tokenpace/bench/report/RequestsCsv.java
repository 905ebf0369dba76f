package io.tokenpace.bench.report;

import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.measure.RequestMetrics;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.Stamps;
import io.tokenpace.bench.result.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code requests.csv}: one line a request, with every unit in the name of its column. Moments are seconds from the start
 * of the run; figures are those of the result's tables, and stand only where a request succeeded.
 */
public final class RequestsCsv implements SavedReport {
    private static final String SIZES = "index,warmup,cell,turn,prompt_tokens,max_tokens";
    private static final String ENDING = "outcome,error,status,stop_reason,attempts,stale_connections";
    private static final String USAGE =
            "input_tokens,cache_creation_tokens,cache_read_tokens,output_tokens," + "thinking_tokens,content_events";
    private static final String MOMENTS =
            "intended_s,started_s,sent_s,written_s,head_s,first_event_s,first_token_s,last_token_s,end_s";
    private static final String WORDS = "request_id,error_text";

    private static final List<Metric> FIGURES = List.of(
            Metric.TTFT,
            Metric.TTFT_SERVICE,
            Metric.TTFB,
            Metric.FIRST_TEXT,
            Metric.THINKING,
            Metric.TPOT,
            Metric.DECODE_RATE,
            Metric.STALL,
            Metric.E2E,
            Metric.PREFILL_RATE,
            Metric.SEND_LAG,
            Metric.QUEUE,
            Metric.CONNECT_WAIT,
            Metric.CONNECT,
            Metric.TLS);

    private static final int DIGITS_OF_A_MOMENT = 9;
    private static final int DIGITS_OF_A_TIME = 6;
    private static final int DIGITS_OF_A_RATE = 3;
    private static final long UNKNOWN = Stamps.UNKNOWN;

    @Override
    public void write(SavedRun run, OutputStream out) throws IOException {
        out.write((header() + "\n").getBytes(StandardCharsets.UTF_8));
        CsvLine line = new CsvLine();
        Map<Metric, Long> figures = new EnumMap<>(Metric.class);
        try {
            run.forEachRequest(request -> append(fill(line, request, figures), out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String header() {
        String figures = FIGURES.stream().map(RequestsCsv::column).collect(Collectors.joining(","));
        return String.join(",", SIZES, ENDING, USAGE, MOMENTS, figures, WORDS);
    }

    private static String column(Metric metric) {
        return metric.label() + (metric.unit() == Unit.MILLISECONDS ? "_ms" : "_tokens_per_s");
    }

    private static String fill(CsvLine line, RequestRecord request, Map<Metric, Long> figures) {
        line.number(request.index())
                .text(Boolean.toString(request.warmup()))
                .number(request.cell())
                .number(request.turn())
                .number(request.promptTokens())
                .number(request.maxTokens());
        fillEnding(line, request);
        fillUsage(line, request);
        fillMoments(line, request.stamps());
        fillFigures(line, request, figures);
        line.text(request.headers().requestId().orElse("")).text(request.errorText());
        return line.end();
    }

    private static void fillEnding(CsvLine line, RequestRecord request) {
        line.text(request.outcome().label())
                .text(request.error().map(ErrorKind::label).orElse(""))
                .text(request.status() > 0 ? Integer.toString(request.status()) : "")
                .text(request.stopReason().label())
                .number(1L + request.timesSentAgain())
                .number(request.staleConnections());
    }

    private static void fillUsage(CsvLine line, RequestRecord request) {
        Usage usage = request.usage();
        tokens(line, usage.inputTokens());
        tokens(line, usage.cacheCreationTokens());
        tokens(line, usage.cacheReadTokens());
        tokens(line, usage.outputTokens());
        tokens(line, usage.thinkingTokens());
        line.number(request.content().events());
    }

    private static void tokens(CsvLine line, int tokens) {
        if (tokens == Usage.UNKNOWN) {
            line.blank();
        } else {
            line.number(tokens);
        }
    }

    private static void fillMoments(CsvLine line, Stamps at) {
        steps(line, at.intended(), DIGITS_OF_A_MOMENT);
        steps(line, at.started(), DIGITS_OF_A_MOMENT);
        steps(line, at.sent(), DIGITS_OF_A_MOMENT);
        steps(line, at.written(), DIGITS_OF_A_MOMENT);
        steps(line, at.head(), DIGITS_OF_A_MOMENT);
        steps(line, at.firstEvent(), DIGITS_OF_A_MOMENT);
        steps(line, at.firstToken(), DIGITS_OF_A_MOMENT);
        steps(line, at.lastToken(), DIGITS_OF_A_MOMENT);
        steps(line, at.end(), DIGITS_OF_A_MOMENT);
    }

    private static void fillFigures(CsvLine line, RequestRecord request, Map<Metric, Long> figures) {
        figures.clear();
        if (request.succeeded()) {
            RequestMetrics.derive(request, figures::put);
        }
        for (Metric metric : FIGURES) {
            steps(
                    line,
                    figures.getOrDefault(metric, UNKNOWN),
                    metric.unit() == Unit.MILLISECONDS ? DIGITS_OF_A_TIME : DIGITS_OF_A_RATE);
        }
    }

    private static void steps(CsvLine line, long steps, int digits) {
        if (steps == UNKNOWN) {
            line.blank();
        } else {
            line.number(steps, digits);
        }
    }

    private static void append(String line, OutputStream out) {
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
