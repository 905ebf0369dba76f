package io.tokenpace.bench.workload.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.workload.source.BrokenLines;
import io.tokenpace.bench.workload.source.Contents;
import io.tokenpace.bench.workload.source.DataException;
import io.tokenpace.bench.workload.source.TextFile;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedTraceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "TIMESTAMP,ContextTokens,GeneratedTokens\n2024-05-12 00:00:00.5+00:00,1500,3\n2024-05-12 00:00:01,1,3\n",
                "Timestamp,\"Request tokens\",Response tokens\n19440110.0,906,446\n19440111,1,0\n",
                "{\"timestamp\":27482,\"input_length\":600,\"output_length\":52,\"hash_ids\":[46,47]}\n"
            })
    void shouldEndWithRequestsOrOneLineThatSaysWhyWhicheverByteIsDamaged(String text) {
        Contents.damaged(text).forEach(bytes -> {
            for (BrokenLines policy : BrokenLines.values()) {
                readOnce(Contents.file("f", bytes), policy);
            }
        });
    }

    private static void readOnce(TextFile file, BrokenLines policy) {
        try (Trace trace = Traces.open(file, policy, Replay.asRecorded())) {
            long last = 0;
            for (Optional<TracedRequest> next = trace.next(); next.isPresent(); next = trace.next()) {
                assertThat(next.get().dueOffsetNanos()).isGreaterThanOrEqualTo(last);
                last = next.get().dueOffsetNanos();
            }
        } catch (DataException e) {
            assertThat(e).hasMessageMatching("f(:[1-4])?: .+");
        }
    }
}
