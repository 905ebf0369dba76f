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
        try (TruthLog log = new TruthLog(file, 100)) {
            log.append(truth(1));
            log.append(truth(2));
        }
        JsonNode[] lines = file.toString().lines().map(JSON::readTree).toArray(JsonNode[]::new);

        assertThat(lines).hasSize(4);
        assertThat(lines[0].at("/schema").stringValue()).isEqualTo("tokenpace.truth/1");
        assertThat(lines[1]).isEqualTo(JSON.readTree("""
                                {"id":"req_1","key":"key","prompt_tokens":3,"max_tokens":2,"streamed":true,"ending":"complete",
                                 "received_ns":5,"network_ns":1,"queue_ns":2,"prefill_ns":3,"token_ns":0.5,"answer_tokens":2,
                                 "scheduled_ns":[10,20],"written_ns":[11,21],"flushed_ns":[22,22]}
                                """));
        assertThat(lines[2].at("/id").stringValue()).isEqualTo("req_2");
        assertThat(lines[3]).isEqualTo(JSON.readTree("{\"dropped_requests\":0}"));
    }

    @Test
    void shouldCountWhatFindsTheQueueFull() throws IOException {
        StuckWriter file = new StuckWriter();
        TruthLog log = new TruthLog(file, 1);
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
        TruthLog log = new TruthLog(file, 100);
        file.fail();
        log.append(truth(1));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(log::close)
                .withMessage("the truth log could not be finished: the disk is full");
        assertThat(log.dropped()).isEqualTo(1);
    }

    private static RequestTruth truth(int number) {
        EventTimes events = new EventTimes(2);
        events.write(10, 11);
        events.write(20, 21);
        events.flush(22);
        return new RequestTruth(
                "req_" + number,
                "key",
                3,
                2,
                true,
                5,
                new Draws(1, 2, 3, 0.5, 2),
                Optional.empty(),
                Ending.COMPLETE,
                events);
    }

    /** A file that can be held up, or fail. */
    private static final class StuckWriter extends Writer {
        private final StringBuilder text = new StringBuilder();
        private final CountDownLatch released = new CountDownLatch(1);
        private volatile boolean stuck;
        private volatile boolean failing;

        void stick() {
            stuck = true;
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
                awaitRelease();
            }
            text.append(chars, offset, length);
        }

        private void awaitRelease() throws IOException {
            try {
                released.await();
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
