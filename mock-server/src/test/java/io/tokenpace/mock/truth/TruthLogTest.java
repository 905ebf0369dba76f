package io.tokenpace.mock.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TruthLogTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void shouldWriteEveryRequestInOneLineBetweenHeaderAndFooter() throws IOException {
        StringWriter file = new StringWriter();
        try (TruthLog log = new TruthLog(file, 100, 1_000)) {
            log.append(truth(1));
            log.append(truth(2));
        }
        JsonNode[] lines = file.toString().lines().map(JSON::readTree).toArray(JsonNode[]::new);

        assertThat(lines).hasSize(4);
        assertThat(lines[0].at("/schema").stringValue()).isEqualTo("tokenpace.truth/1");
        assertThat(lines[1]).isEqualTo(JSON.readTree("""
                                {"id":"req_1","key":"key","api":"openai-chat","model":"say \\"m\\"","prompt_tokens":3,"cached_tokens":1,
                                 "max_tokens":2,"thinking_tokens":1,"streamed":true,"ending":"complete",
                                 "received_ns":5,"network_ns":1,"queue_ns":2,"slot_wait_ns":4,"prefill_ns":3,
                                 "token_ns":0.5,"answer_tokens":2,
                                 "scheduled_ns":[10,20],"written_ns":[11,21],"flushed_ns":[22,22]}
                                """));
        assertThat(lines[2].at("/id").stringValue()).isEqualTo("req_2");
        assertThat(lines[3]).isEqualTo(JSON.readTree("{\"dropped_requests\":0}"));
    }

    @Test
    void shouldCountWhatFindsTheQueueFull() throws IOException {
        StuckWriter file = new StuckWriter();
        TruthLog log = new TruthLog(file, 1, 1_000);
        file.stick();
        int offered = 0;
        while (log.dropped() < 5) {
            log.append(truth(offered++));
        }
        file.release();
        log.close();

        // The header, what was written, and the footer.
        assertThat(file.text().lines()).hasSize(2 + offered - 5);
        assertThat(file.text()).endsWith("{\"dropped_requests\":5}\n");
    }

    @Test
    void shouldCountWhatCannotBeWritten() throws IOException {
        StuckWriter file = new StuckWriter();
        TruthLog log = new TruthLog(file, 100, 1_000);
        file.fail();
        log.append(truth(1));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(log::close)
                .withMessage("the truth log could not be finished: the disk is full");
        assertThat(log.dropped()).isEqualTo(1);
        assertThat(log.failure()).hasValue("the disk is full");
    }

    @Test
    void shouldCountWhatHasTooManyEventsForTheQueue() throws IOException {
        StuckWriter file = new StuckWriter();
        // Two events each, of which five fit beside the one that is being written.
        TruthLog log = new TruthLog(file, 100, 10);
        file.stick();
        log.append(truth(0));
        file.awaitStuck();
        for (int number = 1; number <= 8; number++) {
            log.append(truth(number));
        }
        assertThat(log.dropped()).isEqualTo(3);
        file.release();
        log.close();
        assertThat(file.text().lines()).hasSize(2 + 6);
        assertThat(log.failure()).isEmpty();
    }

    @Test
    void shouldTakeInMoreOnceEventsAreWritten() throws IOException {
        StringWriter file = new StringWriter();
        TruthLog log = new TruthLog(file, 100, 2);
        int written = 0;
        for (int number = 0; number < 50; number++) {
            long before = log.dropped();
            do {
                before = log.dropped();
                log.append(truth(number));
            } while (log.dropped() > before);
            written++;
        }
        log.close();
        assertThat(file.toString().lines()).hasSize(2 + written);
    }

    @Test
    void shouldWriteNothingBehindHalfALine() throws IOException {
        StuckWriter file = new StuckWriter();
        TruthLog log = new TruthLog(file, 100, 1_000);
        String header = file.text();
        file.fail();
        log.append(truth(1));
        while (log.failure().isEmpty()) {
            Thread.onSpinWait();
        }
        file.recover();
        log.append(truth(2));
        assertThatExceptionOfType(IOException.class).isThrownBy(log::close);
        assertThat(file.text()).isEqualTo(header);
        assertThat(log.dropped()).isEqualTo(2);
    }

    private static RequestTruth truth(int number) {
        EventTimes events = new EventTimes(2);
        events.write(10, 11);
        events.write(20, 21);
        events.flush(22);
        Account account = new Account("openai-chat", "say \"m\"", 3, 1, 2, 1, true);
        return new RequestTruth(
                "req_" + number,
                "key",
                account,
                5,
                4,
                new Draws(1, 2, 3, 0.5, 2),
                Optional.empty(),
                Ending.COMPLETE,
                events);
    }

    /** A file that can be held up, or fail. */
    private static final class StuckWriter extends Writer {
        private final StringBuilder text = new StringBuilder();
        private final CountDownLatch released = new CountDownLatch(1);
        private final CountDownLatch waits = new CountDownLatch(1);
        private volatile boolean stuck;
        private volatile boolean failing;

        void stick() {
            stuck = true;
        }

        void awaitStuck() throws IOException {
            await(waits);
        }

        void recover() {
            failing = false;
        }

        void release() {
            released.countDown();
        }

        void fail() {
            failing = true;
        }

        String text() {
            return text.toString();
        }

        @Override
        public void write(char[] chars, int offset, int length) throws IOException {
            if (failing) {
                throw new IOException("the disk is full");
            }
            if (stuck) {
                waits.countDown();
                await(released);
            }
            text.append(chars, offset, length);
        }

        private static void await(CountDownLatch latch) throws IOException {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
