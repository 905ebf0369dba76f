package io.tokenpace.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.folder.LogStart;
import io.tokenpace.bench.folder.RunFolder;
import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.measure.Requests;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.ServiceHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestsCsvTest {
    private static final LogStart START = new LogStart(Instant.parse("2026-11-20T20:38:00Z"), 123_456_789);

    @TempDir
    private Path temporary;

    private List<String> lines(RequestRecord... requests) throws IOException {
        Path path = temporary.resolve("run");
        try (RunFolder folder = RunFolder.create(path, START)) {
            folder.write(Results.good().result());
            for (RequestRecord request : requests) {
                folder.append(request);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RequestsCsv().write(SavedRun.open(path), out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void shouldNameTheUnitOfEveryColumnThatHasOne() throws IOException {
        assertThat(lines())
                .containsExactly("index,warmup,cell,turn,prompt_tokens,max_tokens,outcome,error,status,stop_reason,"
                        + "attempts,stale_connections,input_tokens,cache_creation_tokens,cache_read_tokens,"
                        + "output_tokens,thinking_tokens,content_events,intended_s,started_s,sent_s,written_s,head_s,"
                        + "first_event_s,first_token_s,last_token_s,end_s,ttft_ms,ttft_service_ms,ttfb_ms,"
                        + "first_text_ms,thinking_ms,tpot_ms,decode_rate_tokens_per_s,stall_ms,e2e_ms,"
                        + "prefill_rate_tokens_per_s,send_lag_ms,queue_ms,connect_wait_ms,connect_ms,tls_ms,"
                        + "request_id,error_text");
    }

    @Test
    void shouldTellWhatARequestThatSucceededTookToTheNanosecond() throws IOException {
        List<String> lines = lines(Requests.good().record());
        // Due and started at 0, sent at 1 ms, 11 tokens from 101 to 401 ms: ten of them in 300 ms.
        assertThat(lines.get(1))
                .contains(",0.000000000,0.000000000,0.001000000,")
                .contains(",101.000000,100.000000,")
                .contains(",30.000000,33.333,");
        assertThat(lines.get(1).split(",", -1)).hasSameSizeAs(lines.get(0).split(",", -1));
    }

    @Test
    void shouldLeaveOutTheFiguresOfAFailureAndKeepItsWords() throws IOException {
        ServiceHeaders told = new ServiceHeaders(Optional.of("=HYPERLINK(\"http://h\")"), Map.of());
        String line = lines(Requests.good().refused(429, told).record()).get(1);
        assertThat(line)
                .contains(",failed,rate_limited,429,")
                .contains(",,,,,,,,,,,,,,,\"'=HYPERLINK(\"\"http://h\"\")\",");
    }
}
