package io.tokenpace.bench.workload.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.workload.ItemSizes;
import io.tokenpace.bench.workload.TextSize;
import io.tokenpace.bench.workload.WorkItem;
import io.tokenpace.bench.workload.source.BrokenLines;
import io.tokenpace.mock.text.TokenCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceWorkloadTest {
    @TempDir
    private Path folder;

    @Test
    void shouldGiveEachRequestItsSizesAndItsMoment() throws IOException {
        try (TraceWorkload requests = workload("5,m,30,4,34,x;7,m,600,2,602,x;", BrokenLines.FATAL)) {
            WorkItem second = requests.item(1);

            assertThat(second.promptTokens()).isEqualTo(600);
            assertThat(second.ask().maxTokens()).isEqualTo(2);
            assertThat(TokenCount.of(prompt(second))).isEqualTo(600);
            assertThat(requests.sizes(1)).isEqualTo(new ItemSizes(0, 600, 2));
            assertThat(requests.offsetNanos(0)).isZero();
            assertThat(requests.offsetNanos(1)).isEqualTo(2_000_000_000L);
        }
    }

    @Test
    void shouldSizePromptsByALineAndReadTheFileOnce() throws IOException {
        try (TraceWorkload requests = workload("5,m,30,4,34,x;7,m,607,2,609,x;", BrokenLines.FATAL)) {
            TraceWorkload sized = requests.sizedBy(new TextSize(7, 1.25));

            assertThat(sized.sizes(1)).isEqualTo(requests.sizes(1)).isEqualTo(new ItemSizes(0, 607, 2));
            assertThat(sized.item(1).promptTokens()).isEqualTo(607);
            assertThat(prompt(sized.item(1)).split(" ")).hasSize(480);
            assertThat(requests.has(2)).isFalse();
            assertThat(sized.has(2)).isFalse();
            assertThat(sized.offsetNanos(1)).isEqualTo(2_000_000_000L);
        }
    }

    @Test
    void shouldMakeSamplesForTheSameModel() throws IOException {
        try (TraceWorkload requests = workload("5,m,30,4,34,x;", BrokenLines.FATAL)) {
            Ask sample = requests.sample(64).orElseThrow();
            assertThat(sample.model()).isEqualTo("m");
            assertThat(sample.maxTokens()).isOne();
            assertThat(TokenCount.of(sample.turns().get(0).passages().get(0).text()))
                    .isEqualTo(64);
        }
    }

    @Test
    void shouldEndWithTheTrace() throws IOException {
        try (TraceWorkload requests = workload("5,m,30,4,34,x;", BrokenLines.FATAL)) {
            assertThat(requests.has(0)).isTrue();
            assertThat(requests.has(1)).isFalse();
            assertThat(requests.offsetNanos(1)).isEqualTo(Long.MAX_VALUE);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> requests.item(1))
                    .withMessage("index (1) must be below 1, where the trace ends");
        }
    }

    @Test
    void shouldKeepTheLatestAndNoneFromFarBack() throws IOException {
        try (TraceWorkload requests = workload("5,m,30,4,34,x;".repeat(200), BrokenLines.FATAL)) {
            assertThat(requests.has(99)).isTrue();
            assertThat(requests.item(36).promptTokens()).isEqualTo(30);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> requests.item(35))
                    .withMessage("index (35) must be at least 36, the first that is kept");
        }
    }

    @Test
    void shouldTellWhatItPassedOver() throws IOException {
        try (TraceWorkload requests =
                workload("5,m,30,4,34,x;6,m,x,4,34,x;7,m,9,0,9,x;8,m,9,9,18,x;", BrokenLines.SKIP)) {
            assertThat(requests.has(1)).isTrue();
            assertThat(requests.has(2)).isFalse();

            assertThat(requests.notes()).hasSize(2);
            assertThat(requests.notes().get(0)).startsWith("1 broken lines of the trace were passed over, as in ");
            assertThat(requests.notes().get(1)).startsWith("1 requests of the trace were passed over: they failed");
        }
    }

    private TraceWorkload workload(String lines, BrokenLines policy) throws IOException {
        Path file = Files.writeString(
                folder.resolve("trace.csv"),
                "Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type\n" + lines.replace(';', '\n'));
        Trace trace = Traces.open(file, policy, Replay.asRecorded());
        return new TraceWorkload(trace, new PrefixBlocks(1, "trace"), "m");
    }

    private static String prompt(WorkItem item) {
        return item.ask().turns().get(0).passages().get(0).text();
    }
}
