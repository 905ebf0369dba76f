package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.client.PreparedRequest;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.run.RetryRule.Failure;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryRuleTest {
    private static final long SEED = 42;
    private static final double MILLI = 1e6;
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final RetryRule rule = new RetryRule(5, SEED, CLOCK);

    private static Failure refused(long index, int attempts, int status, Map<String, String> headers) {
        return new Failure(request(index, false, 0), attempts, ErrorKind.ofStatus(status), status, headers);
    }

    private static Failure lost(ErrorKind kind, int status) {
        return new Failure(request(0, false, 0), 1, kind, status, Map.of());
    }

    private static PreparedRequest request(long index, boolean warmup, int turn) {
        return new PreparedRequest(index, warmup, 0, turn, 1, 1, 0, new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 429, 500, 502, 503, 504, 529, 599})
    void shouldSendAgainWhatMayPass(int status) {
        assertThat(rule.waitNanos(refused(0, 1, status, Map.of()))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 413, 422})
    void shouldNotSendAgainWhatIsWrong(int status) {
        assertThat(rule.waitNanos(refused(0, 1, status, Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"400, true, true", "529, false, false", "429, maybe, true", "400, maybe, false"})
    void shouldTakeTheServicesWordFirst(int status, String word, boolean again) {
        assertThat(rule.waitNanos(refused(0, 1, status, Map.of("x-should-retry", word)))
                        .isPresent())
                .isEqualTo(again);
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorKind.class,
            names = {"CONNECT", "RESET", "TRUNCATED"})
    void shouldSendAgainWhatFoundNoAnswer(ErrorKind kind) {
        assertThat(rule.waitNanos(lost(kind, 0))).isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorKind.class,
            names = {"TLS", "MALFORMED", "FIRST_TOKEN_TIMEOUT", "TIMEOUT", "CLIENT"})
    void shouldNotSendAgainWhatWouldFailAgain(ErrorKind kind) {
        assertThat(rule.waitNanos(lost(kind, 0))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorKind.class,
            names = {"RESET", "TRUNCATED", "STREAM_ERROR", "IDLE_TIMEOUT"})
    void shouldNotSendAgainOnceAnAnswerHadBegun(ErrorKind kind) {
        assertThat(rule.waitNanos(lost(kind, 200))).isEmpty();
    }

    @Test
    void shouldGiveUpAfterTheLastRetry() {
        assertThat(rule.waitNanos(refused(0, 5, 529, Map.of()))).isPresent();
        assertThat(rule.waitNanos(refused(0, 6, 529, Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 375, 500", "2, 750, 1000", "3, 1500, 2000", "4, 3000, 4000", "5, 6000, 8000"})
    void shouldDoubleTheWaitLessUpToAQuarter(int attempts, double leastMillis, double mostMillis) {
        assertThat(LongStream.range(0, 1_000)
                        .mapToDouble(index -> rule.waitNanos(refused(index, attempts, 529, Map.of()))
                                        .getAsLong()
                                / MILLI)
                        .summaryStatistics())
                .satisfies(waits -> {
                    assertThat(waits.getMin()).isBetween(leastMillis, leastMillis * 1.01);
                    assertThat(waits.getMax()).isBetween(mostMillis * 0.99, mostMillis);
                });
    }

    @Test
    void shouldNeverWaitLongerThanEightSecondsByItself() {
        RetryRule patient = new RetryRule(100, SEED, CLOCK);
        assertThat(patient.waitNanos(refused(0, 100, 529, Map.of())).getAsLong() / MILLI)
                .isBetween(6_000.0, 8_000.0);
    }

    @Test
    void shouldDrawTheSameForTheSameSeedWheneverAsked() {
        RetryRule same = new RetryRule(9, SEED, CLOCK);
        RetryRule other = new RetryRule(9, SEED + 1, CLOCK);
        Failure failure = refused(7, 2, 529, Map.of());
        same.waitNanos(refused(3, 1, 529, Map.of()));
        assertThat(same.waitNanos(failure)).isEqualTo(rule.waitNanos(failure));
        assertThat(other.waitNanos(failure)).isNotEqualTo(rule.waitNanos(failure));
    }

    @Test
    void shouldDrawApartForRequestsTurnsAndPhases() {
        assertThat(LongStream.of(
                                wait(request(1, false, 0)),
                                wait(request(2, false, 0)),
                                wait(request(1, false, 1)),
                                wait(request(1, true, 0)))
                        .distinct())
                .hasSize(4);
    }

    private long wait(PreparedRequest request) {
        return rule.waitNanos(new Failure(request, 1, ErrorKind.OVERLOADED, 529, Map.of()))
                .getAsLong();
    }

    @Test
    void shouldWaitAsLongAsTheServiceAsks() {
        assertThat(rule.waitNanos(refused(0, 1, 429, Map.of("retry-after", "120"))))
                .hasValue(120_000_000_000L);
        assertThat(rule.waitNanos(refused(0, 1, 429, Map.of("retry-after", "Thu, 01 Jan 1970 00:00:02 GMT"))))
                .hasValue(2_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"121", "3600", "999999999999", "Thu, 01 Jan 2037 00:00:00 GMT"})
    void shouldFailRatherThanSleepForHours(String after) {
        assertThat(rule.waitNanos(refused(0, 1, 429, Map.of("retry-after", after))))
                .isEmpty();
    }

    @Test
    void shouldWaitByItselfWhereTheServiceAsksForNoTime() {
        assertThat(rule.waitNanos(refused(0, 1, 429, Map.of("retry-after", "0"))))
                .isEqualTo(rule.waitNanos(refused(0, 1, 429, Map.of())));
    }
}
