package io.tokenpace.bench.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.outcome.ErrorKind;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private static final long SENT = -1_000_000;
    private static final long MS = 1_000_000;

    private final Deadlines deadlines = new Deadlines(
            new Timeouts(Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofMillis(30), Duration.ofMillis(500)));
    private final Exchange exchange =
            new Exchange(new PreparedRequest(0, false, 0, 1, 1, 0, new byte[0]), SENT, SENT, ended -> {});

    @BeforeEach
    void send() {
        exchange.sent(SENT, new ArrivalLog());
    }

    @Test
    void shouldWaitForFirstTokenFromSendingOn() {
        assertThat(deadlines.passed(exchange, SENT + 100 * MS - 1)).isEmpty();
        assertThat(deadlines.passed(exchange, SENT + 100 * MS)).contains(ErrorKind.FIRST_TOKEN_TIMEOUT);
    }

    @Test
    void shouldNotWaitLongerForFirstTokenBecauseOfPings() {
        exchange.answer().addEvent();
        exchange.arrival(SENT + 90 * MS);
        assertThat(deadlines.passed(exchange, SENT + 100 * MS)).contains(ErrorKind.FIRST_TOKEN_TIMEOUT);
    }

    @Test
    void shouldAllowSilenceFromLastArrivalOnceContentHasCome() {
        exchange.answer().addText(5);
        exchange.arrival(SENT + 90 * MS);
        exchange.answer().addEvent();
        exchange.arrival(SENT + 110 * MS);
        assertThat(deadlines.passed(exchange, SENT + 140 * MS - 1)).isEmpty();
        assertThat(deadlines.passed(exchange, SENT + 140 * MS)).contains(ErrorKind.IDLE_TIMEOUT);
    }

    @Test
    void shouldLimitWholeAnswerHoweverLivelyItIs() {
        exchange.answer().addText(5);
        exchange.arrival(SENT + 499 * MS);
        assertThat(deadlines.passed(exchange, SENT + 500 * MS)).contains(ErrorKind.TIMEOUT);
    }

    @Test
    void shouldLookAgainNoLaterThanAnyDeadlineThatMayArise() {
        assertThat(deadlines.intervalNanos()).isEqualTo(30 * MS);
        assertThat(deadlines.nextCheckNanos(exchange, SENT)).isEqualTo(30 * MS);
        assertThat(deadlines.nextCheckNanos(exchange, SENT + 95 * MS)).isEqualTo(5 * MS);
        exchange.answer().addText(5);
        exchange.arrival(SENT + 490 * MS);
        assertThat(deadlines.nextCheckNanos(exchange, SENT + 495 * MS)).isEqualTo(5 * MS);
    }

    @Test
    void shouldSayWhichTimeHasPassed() {
        assertThat(deadlines.describe(ErrorKind.FIRST_TOKEN_TIMEOUT)).isEqualTo("no content within 100 ms");
        assertThat(deadlines.describe(ErrorKind.IDLE_TIMEOUT)).isEqualTo("silent for 30 ms");
        assertThat(deadlines.describe(ErrorKind.TIMEOUT)).isEqualTo("not ended within 500 ms");
    }
}
