package io.tokenpace.bench.workload.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenpace.bench.workload.source.BrokenLines;
import io.tokenpace.bench.workload.source.Contents;
import io.tokenpace.bench.workload.source.DataException;
import io.tokenpace.bench.workload.source.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {
    /** Columns and time as in AzureLLMInferenceDataset2023.md and its data (seven digits, no offset). */
    private static final String AZURE_2023 = """
            TIMESTAMP,ContextTokens,GeneratedTokens
            2023-11-16 18:59:59.9799600,4800,10
            2023-11-16 18:59:59.9799600,110,27
            2023-11-16 19:00:01.0000000,34,1
            """;

    /** The time as AzureLLMInferenceDataset2024.ipynb describes it: with an offset, and with a fraction or without. */
    private static final String AZURE_2024 = """
            TIMESTAMP,ContextTokens,GeneratedTokens
            2024-05-12 00:00:00+00:00,1500,3
            2024-05-12 00:00:00.001163+00:00,580,3
            """;

    /** Columns of BurstGPT's README; a response of 0 tokens is a failure. */
    private static final String BURSTGPT = """
            Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type
            5,ChatGPT,470,20,490,Conversation log
            45,ChatGPT,1080,0,1080,API log
            118.5,GPT-4,417,276,693,Conversation log
            """;

    /** Columns of BurstGPT's second release, whose API rows have no session. */
    private static final String BURSTGPT_2 = """
            Timestamp,Session ID,Elapsed time,Model,Request tokens,Response tokens,Total tokens,Log Type
            19440110.0,1722ac82-0a46-4bf0-aa08-89794e7a2b3f,43,GPT-4,906,446,1352,Conversation log
            19440161.0,,2,ChatGPT,36,29,65,API log
            """;

    /** Members as in Mooncake's FAST25-release/README.md; the last block is filled in part. */
    private static final String MOONCAKE = """
            {"timestamp": 27482, "input_length": 1600, "output_length": 52, "hash_ids": [46, 47, 48, 2353]}
            {"timestamp": 30535, "input_length": 1100, "output_length": 26, "hash_ids": [46, 47, 2366]}
            """;

    private static Trace open(String text) {
        return open(text, BrokenLines.FATAL, Replay.asRecorded());
    }

    private static Trace open(String text, BrokenLines policy, Replay replay) {
        return Traces.open(Contents.file("f.csv", text), policy, replay);
    }

    private static List<TracedRequest> all(Trace trace) {
        List<TracedRequest> requests = new ArrayList<>();
        for (Optional<TracedRequest> next = trace.next(); next.isPresent(); next = trace.next()) {
            requests.add(next.get());
        }
        return requests;
    }

    private static TracedRequest request(long dueOffsetNanos, int promptTokens, int answerTokens) {
        return new TracedRequest(dueOffsetNanos, promptTokens, answerTokens, List.of());
    }

    @Test
    void shouldReadAzure2023() {
        Trace trace = open(AZURE_2023);
        assertThat(trace.format()).isEqualTo(TraceFormat.AZURE);
        assertThat(all(trace))
                .containsExactly(request(0, 4800, 10), request(0, 110, 27), request(1_020_040_000L, 34, 1));
    }

    @Test
    void shouldReadAzure2024() {
        assertThat(all(open(AZURE_2024))).containsExactly(request(0, 1500, 3), request(1_163_000, 580, 3));
    }

    @Test
    void shouldReadBurstGptAndCountWhatFailedAtItsSource() {
        Trace trace = open(BURSTGPT);
        assertThat(trace.format()).isEqualTo(TraceFormat.BURSTGPT);
        assertThat(all(trace)).containsExactly(request(0, 470, 20), request(113_500_000_000L, 417, 276));
        assertThat(trace.failedAtSource()).isEqualTo(1);
        assertThat(trace.broken().count()).isZero();
    }

    @Test
    void shouldReadBurstGptsSecondRelease() {
        assertThat(all(open(BURSTGPT_2))).containsExactly(request(0, 906, 446), request(51_000_000_000L, 36, 29));
    }

    @Test
    void shouldReadMooncake() {
        Trace trace = open(MOONCAKE);
        assertThat(trace.format()).isEqualTo(TraceFormat.MOONCAKE);
        assertThat(all(trace))
                .containsExactly(
                        new TracedRequest(0, 1600, 52, List.of(46L, 47L, 48L, 2353L)),
                        new TracedRequest(3_053_000_000L, 1100, 26, List.of(46L, 47L, 2366L)));
    }

    @Test
    void shouldReadColumnsByNameWhateverTheirOrderCaseAndQuotes() {
        assertThat(all(open(
                        "\"Response Tokens\",note,TIMESTAMP, request tokens\n7,\"a, \"\"b\"\"\",1.000000001,\"9\"\n")))
                .containsExactly(request(0, 9, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {AZURE_2023, AZURE_2024, BURSTGPT, BURSTGPT_2, MOONCAKE})
    void shouldReadTheSameWhenOneByteComesAtATimeOutOfGzipWithCrlfAndMark(String text) {
        byte[] hard = Contents.gzip(("\uFEFF" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));
        Trace trace = Traces.open(Contents.slowFile("f", hard), BrokenLines.FATAL, Replay.asRecorded());
        assertThat(all(trace)).isEqualTo(all(open(text))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "2023-11-16 18:00:00,0",
                "2023-11-16 18:00:00.5,500000000",
                "2023-11-16 18:00:00.000000001,1",
                "2023-11-16 19:00:00.25+01:00,250000000",
                "2023-11-16 18:00:00Z,0"
            })
    void shouldReadClocksOfEveryLength(String time, long nanos) {
        String text = "TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:00:00.0000000,1,1\n" + time + ",2,2\n";
        assertThat(all(open(text))).containsExactly(request(0, 1, 1), request(nanos, 2, 2));
    }

    @Test
    void shouldReadTwoHundredThousandLinesWithNoMoreThanABufferAhead() {
        AtomicLong given = new AtomicLong();
        String header = "TIMESTAMP,ContextTokens,GeneratedTokens\n";
        TextFile file = new TextFile(
                "f",
                () -> new Contents.GeneratedLines(
                        200_000,
                        i -> (i == 0 ? header : "")
                                + String.format("2024-05-12 %02d:%02d:%02d,7,9%n", i / 3600, i / 60 % 60, i % 60)
                                        .replace("2024-05-12 24", "2024-05-13 00"),
                        given));
        Trace trace = Traces.open(file, BrokenLines.SKIP, Replay.asRecorded());
        given.set(0);
        long read = 0;
        long lineBytes = "2024-05-12 00:00:00,7,9\n".length();
        while (trace.next().isPresent()) {
            read++;
            assertThat(given.get()).isLessThanOrEqualTo((read + 1) * lineBytes + 2 * (1 << 16));
        }
        assertThat(read).isEqualTo(86_400 + 3_600);
        assertThat(trace.broken().count()).isEqualTo(200_000 - read);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "`` | f.csv: must not be empty",
                "`TIMESTAMP,ContextTokens\n` | f.csv:1: columns [TIMESTAMP, ContextTokens] must be those of one format: Azure, BurstGPT or Mooncake",
                "`2023-11-16 18:17:03,1,2\n` | f.csv:1: columns [2023-11-16 18:17:03, 1, 2] must be those of one format: Azure, BurstGPT or Mooncake",
                "`Timestamp,Timestamp,Request tokens,Response tokens\n` | f.csv:1: columns [Timestamp, Timestamp, Request tokens, Response tokens] must be those of one format: Azure, BurstGPT or Mooncake",
                "`Timestamp,ContextTokens,GeneratedTokens,Request tokens,Response tokens\n` | f.csv:1: columns [Timestamp, ContextTokens, GeneratedTokens, Request tokens, Response tokens] must be those of one format: Azure, BurstGPT or Mooncake",
                "`{\"prompt\":\"a\"}` | f.csv:1: members [prompt] must be those of one format: Azure, BurstGPT or Mooncake",
                "`{\"TIMESTAMP\":1,\"ContextTokens\":1,\"GeneratedTokens\":1}` | f.csv:1: members [TIMESTAMP, ContextTokens, GeneratedTokens] must be those of one format: Azure, BurstGPT or Mooncake"
            })
    void shouldRefuseWhatOnlyLooksLikeATrace(String text, String message) {
        assertThatThrownBy(() -> open(text)).isInstanceOf(DataException.class).hasMessage(message);
    }

    @Test
    void shouldOpenAFileOnDisk(@TempDir Path folder) throws IOException {
        Path path =
                Files.write(folder.resolve("trace.csv.gz"), Contents.gzip(AZURE_2024.getBytes(StandardCharsets.UTF_8)));
        try (Trace trace = Traces.open(path)) {
            assertThat(all(trace)).hasSize(2);
        }
    }

    @Test
    void shouldRefuseATraceWithNothingButFailures() {
        Trace trace = open("Timestamp,Request tokens,Response tokens\n5,7,0\n");
        assertThatThrownBy(trace::next).hasMessage("f.csv: must hold a request that was answered");
    }
}
