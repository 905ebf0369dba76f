package io.tokenpace.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.sun.management.ThreadMXBean;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.tokenpace.bench.TextDeltas;
import io.tokenpace.bench.measure.MetricSet;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.wire.Answer;
import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.Parameters;
import io.tokenpace.bench.wire.anthropic.AnthropicFormat;
import io.tokenpace.bench.wire.openai.ChatFormat;
import io.tokenpace.bench.wire.openai.Dialect;
import io.tokenpace.bench.wire.sse.SseListener;
import io.tokenpace.bench.wire.sse.SseReader;
import io.tokenpace.bench.wire.sse.SseStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Holds the hot path to no allocation per event, by the thread's own counter. The smallest object takes 16 bytes, so that
 * one an event would show as 16 MB.
 */
class AllocationTest {
    private static final int EVENTS = 1_000_000;
    private static final int EVENTS_PER_ANSWER = 1_000;
    private static final int STREAMS = 64;
    private static final int ANSWERS = EVENTS / EVENTS_PER_ANSWER;
    private static final long FEW_BYTES = 64 << 10;
    /** Ending an answer and recording it costs a few small objects, whatever its length. */
    private static final long FEW_BYTES_PER_ANSWER = 1_000;
    /** A request and a short answer, with what the channel that stands for a socket takes for itself. */
    private static final long FEW_BYTES_PER_REQUEST = 2_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final SseReader events = new SseReader(1 << 20);
    private final SseStream stream = new SseStream();
    private final ByteBuf delta = Unpooled.wrappedBuffer(TextDeltas.events(1));

    @Test
    void shouldScanEventsWithoutAllocation() {
        int[] seen = new int[1];
        SseListener listener = (bytes, offset, length) -> seen[0]++;

        long allocated = allocatedOnceWarm(() -> readDeltas(listener));

        assertThat(allocated).isLessThan(FEW_BYTES);
        assertThat(seen[0]).isEqualTo(2 * EVENTS);
    }

    @Test
    void shouldScanEventsThatAreCutWithoutAllocation() {
        int[] seen = new int[1];
        SseListener listener = (bytes, offset, length) -> seen[0]++;

        long allocated = allocatedOnceWarm(() -> readDeltasCut(listener));

        assertThat(allocated).isLessThan(FEW_BYTES);
        assertThat(seen[0]).isEqualTo(2 * EVENTS);
    }

    @Test
    void shouldReadEventsWithoutAllocation() {
        AnswerReader reader = new AnthropicFormat().newReader();
        Answer answer = new Answer();
        SseListener listener = (bytes, offset, length) -> reader.event(bytes, offset, length, answer);

        long allocated = allocatedOnceWarm(() -> readDeltas(listener));

        assertThat(allocated).isLessThan(FEW_BYTES);
        assertThat(answer.textEvents()).isEqualTo(2 * EVENTS);
    }

    @Test
    void shouldReadChunksWithoutAllocation() {
        AnswerReader reader = new ChatFormat(Parameters.STREAMING, Dialect.SERVER).newReader();
        Answer answer = new Answer();
        byte[] chunk = TextDeltas.chunk();

        long allocated = allocatedOnceWarm(() -> {
            for (int i = 0; i < EVENTS; i++) {
                reader.event(chunk, 0, chunk.length, answer);
            }
        });

        assertThat(allocated).isLessThan(FEW_BYTES);
        assertThat(answer.textEvents()).isEqualTo(2 * EVENTS);
    }

    @Test
    void shouldReadChunksOfManyStreamsWithoutAllocation() {
        AnswerReader reader = new ChatFormat(Parameters.STREAMING, Dialect.SERVER).newReader();
        byte[][] chunks = new byte[STREAMS][];
        Answer[] answers = new Answer[STREAMS];
        Arrays.setAll(chunks, TextDeltas::chunk);
        Arrays.setAll(answers, i -> new Answer());

        long allocated = allocatedOnceWarm(() -> {
            for (int i = 0; i < EVENTS; i++) {
                byte[] chunk = chunks[i % STREAMS];
                reader.event(chunk, 0, chunk.length, answers[i % STREAMS]);
            }
        });

        assertThat(allocated).isLessThan(FEW_BYTES);
        assertThat(answers[0].textEvents()).isEqualTo(2 * EVENTS / STREAMS);
    }

    @Test
    void shouldReadChunksWhoseUsageGrowsWithoutAllocation() {
        AnswerReader reader = new ChatFormat(Parameters.STREAMING, Dialect.SERVER).newReader();
        Answer answer = new Answer();
        byte[] chunk = new String(TextDeltas.chunk(), StandardCharsets.UTF_8)
                .replace("\"usage\":null", "\"usage\":{\"completion_tokens\":7}")
                .getBytes(StandardCharsets.UTF_8);

        long allocated = allocatedOnceWarm(() -> {
            for (int i = 0; i < EVENTS; i++) {
                reader.event(chunk, 0, chunk.length, answer);
            }
        });

        assertThat(allocated).isLessThan(FEW_BYTES);
        assertThat(answer.usage().outputTokens()).isEqualTo(7);
    }

    @Test
    void shouldTakeMessagesFromBytesToHistogramsWithoutAllocation() {
        assertRecordedWithoutAllocation(AnswerRig.messages());
    }

    @Test
    void shouldTakeChatsFromBytesToHistogramsWithoutAllocation() {
        assertRecordedWithoutAllocation(AnswerRig.chats());
    }

    private static void assertRecordedWithoutAllocation(AnswerRig rig) {
        MetricSet measured = MetricSet.fast();
        allocatedByAnswers(rig);

        long allocated = allocatedByAnswers(rig);
        rig.recorder().drainTo(measured, MetricSet.fast());

        assertThat(allocated).isLessThan(FEW_BYTES_PER_ANSWER * ANSWERS);
        // An answer has one gap less than it has arrivals.
        assertThat(measured.of(Metric.ITL).getTotalCount()).isEqualTo(2L * (EVENTS - ANSWERS));
        assertThat(measured.of(Metric.ITL_TOKEN).getTotalCount()).isEqualTo(2L * (EVENTS - ANSWERS));
        assertThat(measured.of(Metric.ITL).getMaxValue()).isCloseTo(AnswerRig.GAP_NANOS, withinPercentage(0.1));
    }

    @Test
    void shouldSendARequestAndReadItsTokenWithLittleAllocation() {
        AnswerRig rig = AnswerRig.messages();
        int requests = 20_000;

        long allocated = allocatedOnceWarm(() -> {
            for (int i = 0; i < requests; i++) {
                rig.begin();
                rig.arrive(1);
                rig.end();
            }
        });

        assertThat(rig.exchange().succeeded()).isTrue();
        assertThat(allocated / requests).isLessThan(FEW_BYTES_PER_REQUEST);
    }

    /** Runs the work once for the compiler's sake and once more for the count. */
    private static long allocatedOnceWarm(Runnable work) {
        work.run();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    /** Sending is left out: a request may cost what it must. */
    private static long allocatedByAnswers(AnswerRig rig) {
        long allocated = 0;
        for (int i = 0; i < ANSWERS; i++) {
            rig.begin();
            long before = THREADS.getCurrentThreadAllocatedBytes();
            rig.arrive(EVENTS_PER_ANSWER);
            rig.end();
            allocated += THREADS.getCurrentThreadAllocatedBytes() - before;
            assertThat(rig.exchange().succeeded()).isTrue();
        }
        return allocated;
    }

    private void readDeltas(SseListener listener) {
        for (int i = 0; i < EVENTS; i++) {
            delta.readerIndex(0);
            events.read(delta, stream, listener);
        }
    }

    private void readDeltasCut(SseListener listener) {
        int end = delta.writerIndex();
        for (int i = 0; i < EVENTS; i++) {
            delta.setIndex(0, i % end);
            events.read(delta, stream, listener);
            delta.writerIndex(end);
            events.read(delta, stream, listener);
        }
    }
}
