package io.tokenpace.bench.workload.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenpace.bench.workload.source.BrokenLines;
import io.tokenpace.bench.workload.source.Contents;
import io.tokenpace.bench.workload.source.DataException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenTracesTest {
    private static final String AZURE =
            "TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:17:03.9799600,4808,10\n";
    private static final String BURSTGPT = "Timestamp,Request tokens,Response tokens\n5,472,18\n";
    private static final String MOONCAKE =
            "{\"timestamp\":1,\"input_length\":9,\"output_length\":2,\"hash_ids\":[0]}\n\n";

    /** Each is broken in line 3. */
    static Stream<Arguments> broken() {
        String clock = " must be a time such as 2024-05-12 00:00:00.001163";
        String tokens = " must be a whole number, 0 or more";
        String millis = " must be a whole number of milliseconds, 0 or more";
        return Stream.of(
                Arguments.of(AZURE, "2023-11-16 18:17:04,1", "fields (2) must be 3 as in the header"),
                Arguments.of(AZURE, "2023-11-16 18:17:04,1,2,3", "fields (4) must be 3 as in the header"),
                Arguments.of(AZURE, "2023-02-30 00:00:00,1,2", "TIMESTAMP (2023-02-30 00:00:00)" + clock),
                Arguments.of(AZURE, "12.5,1,2", "TIMESTAMP (12.5)" + clock),
                Arguments.of(AZURE, "1969-12-31 23:59:59,1,2", "TIMESTAMP (1969-12-31 23:59:59)" + clock),
                Arguments.of(AZURE, "9999-12-31 23:59:59,1,2", "TIMESTAMP (9999-12-31 23:59:59)" + clock),
                Arguments.of(AZURE, "2023-11-16 18:17:04,-1,2", "ContextTokens (-1)" + tokens),
                Arguments.of(AZURE, "2023-11-16 18:17:04,1,", "GeneratedTokens ()" + tokens),
                Arguments.of(AZURE, "2023-11-16 18:17:04,1,2.0", "GeneratedTokens (2.0)" + tokens),
                Arguments.of(
                        AZURE, "2023-11-16 18:17:04,10000001,2", "ContextTokens (10000001) must be at most 10000000"),
                Arguments.of(AZURE, "2023-11-16 18:17:04,\"1,2", "a quoted field must be closed in its line"),
                Arguments.of(
                        AZURE,
                        "2023-11-16 18:17:03.4799600,1,2",
                        "timestamp (0.5 s before that of line 2) must not be earlier; sort the trace by time"),
                Arguments.of(BURSTGPT, "-1,1,2", "Timestamp (-1) must be a number of seconds"),
                Arguments.of(BURSTGPT, "1e3,1,2", "Timestamp (1e3) must be a number of seconds"),
                Arguments.of(BURSTGPT, "NaN,1,2", "Timestamp (NaN) must be a number of seconds"),
                Arguments.of(BURSTGPT, "9999999999,1,2", "Timestamp (9999999999) must be a number of seconds"),
                Arguments.of(
                        BURSTGPT,
                        "4,1,2",
                        "timestamp (1.0 s before that of line 2) must not be earlier; sort the trace by time"),
                Arguments.of(
                        MOONCAKE,
                        "{\"timestamp\":61.1,\"input_length\":9,\"output_length\":2}",
                        "timestamp (61.1)" + millis),
                Arguments.of(
                        MOONCAKE,
                        "{\"timestamp\":\"61\",\"input_length\":9,\"output_length\":2}",
                        "timestamp (\"61\")" + millis),
                Arguments.of(
                        MOONCAKE,
                        "{\"timestamp\":-1,\"input_length\":9,\"output_length\":2}",
                        "timestamp (-1)" + millis),
                Arguments.of(
                        MOONCAKE,
                        "{\"timestamp\":9223372036855,\"input_length\":9,\"output_length\":2}",
                        "timestamp (9223372036855) must be at most 9223372036854"),
                Arguments.of(
                        MOONCAKE,
                        "{\"timestamp\":2,\"output_length\":2}",
                        "timestamp, input_length and output_length must be there"),
                Arguments.of(
                        MOONCAKE,
                        "{\"timestamp\":2,\"input_length\":512,\"output_length\":2,\"hash_ids\":[1,2]}",
                        "hash_ids (2) must be at most 1 for input_length 512, in blocks of 512"),
                Arguments.of(
                        MOONCAKE,
                        "{\"timestamp\":2,\"input_length\":512,\"output_length\":2,\"hash_ids\":{\"user_input\":[1]}}",
                        "hash_ids (an object) must be a JSON array"),
                Arguments.of(
                        MOONCAKE,
                        "{\"timestamp\":2,\"input_length\":512,\"output_length\":2,\"hash_ids\":[1.5]}",
                        "a hash id (1.5) must be a whole number"),
                Arguments.of(
                        MOONCAKE,
                        "{\"timestamp\":0,\"input_length\":9,\"output_length\":2}",
                        "timestamp (0.001 s before that of line 1) must not be earlier; sort the trace by time"));
    }

    private static Trace open(String text, BrokenLines policy) {
        return Traces.open(Contents.file("f.csv", text), policy, Replay.asRecorded());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void shouldNameFileLineValueAndRule(String good, String broken, String message) {
        Trace trace = open(good + broken, BrokenLines.FATAL);
        assertThat(trace.next()).isPresent();
        assertThatThrownBy(trace::next).isInstanceOf(DataException.class).hasMessage("f.csv:3: " + message);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void shouldPassOverBrokenLinesWhenAskedTo(String good, String broken, String message) {
        String again = good.strip().substring(good.strip().lastIndexOf('\n') + 1);
        Trace trace = open(good + broken + "\n" + again, BrokenLines.SKIP);
        assertThat(trace.next()).isPresent();
        assertThat(trace.next()).map(TracedRequest::dueOffsetNanos).contains(0L);
        assertThat(trace.next()).isEmpty();
        assertThat(trace.broken().first()).containsExactly("f.csv:3: " + message);
    }

    @Test
    void shouldReadHashIdsOfAnySize() {
        String ids = "[9223372036854775807,-9223372036854775808]";
        Trace trace = open(MOONCAKE.replace("[0]", ids).replace(":9,", ":1024,"), BrokenLines.FATAL);
        assertThat(trace.next().orElseThrow().prefixBlocks()).containsExactly(Long.MAX_VALUE, Long.MIN_VALUE);
    }
}
