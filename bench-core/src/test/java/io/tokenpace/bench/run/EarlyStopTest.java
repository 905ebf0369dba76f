package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.measure.Requests;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.result.StreamedContent;
import io.tokenpace.bench.schedule.StopRule;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EarlyStopTest {
    private final AtomicInteger stops = new AtomicInteger();

    private EarlyStop after(long tokens) {
        return new EarlyStop(Terms.of(StopRule.tokens(tokens)), stops::incrementAndGet);
    }

    /** Returns the most tokens at which a request still ends the run. */
    private static long tokensOf(RequestRecord request) {
        long tokens = 0;
        boolean reached = true;
        while (reached) {
            EarlyStop stop = new EarlyStop(Terms.of(StopRule.tokens(tokens + 1)), () -> {});
            stop.add(request);
            reached = stop.reason().isPresent();
            tokens += reached ? 1 : 0;
        }
        return tokens;
    }

    @Test
    void shouldEndTheLoadOnceWhenTheRuleIsReached() {
        EarlyStop stop = after(222);
        stop.add(Requests.good().record());
        assertThat(stops).hasValue(0);
        stop.add(Requests.good().record());
        assertThat(stops).hasValue(1);
        stop.add(Requests.good().record());
        assertThat(stops).hasValue(1);
        assertThat(stop.reason())
                .contains(
                        "--max-total-tokens (222) was reached: 222 tokens in 2 requests, warm-up included, after 0.4 s");
    }

    @Test
    void shouldCountCachedPromptsToo() {
        assertThat(tokensOf(Requests.good().usage(new Usage(3, 20, 40, 10, 5)).record()))
                .isEqualTo(73);
    }

    @Test
    void shouldCountTheEventsOfAnAnswerWithoutUsage() {
        assertThat(tokensOf(Requests.good().usage(Usage.NONE).record())).isEqualTo(111);
    }

    @Test
    void shouldCountTheEventsOfAnAnswerThatWasCutOff() {
        assertThat(tokensOf(Requests.good()
                        .usage(new Usage(100, 0, 0, 1, 0))
                        .failed(ErrorKind.RESET)
                        .record()))
                .isEqualTo(111);
    }

    @Test
    void shouldCountNothingForARequestThatWasRefused() {
        assertThat(tokensOf(Requests.good()
                        .usage(Usage.NONE)
                        .content(new StreamedContent(0, 0, 0, 0))
                        .failed(ErrorKind.RATE_LIMITED)
                        .record()))
                .isZero();
    }

    @Test
    void shouldCountFailuresAmongTheRequests() {
        EarlyStop stop = new EarlyStop(Terms.of(StopRule.errors(1)), stops::incrementAndGet);
        stop.add(Requests.good().record());
        assertThat(stops).hasValue(0);
        stop.add(Requests.good().failed(ErrorKind.RESET).record());
        assertThat(stops).hasValue(1);
        assertThat(stop.reason().orElseThrow()).startsWith("--max-errors (1) was reached: 1 of 2 requests failed");
    }

    @Test
    void shouldEndTheLoadOnceWhenTheServiceIsSaturated() {
        Terms terms = new Terms(StopRule.never(), Optional.of(Duration.ofSeconds(10)), false);
        EarlyStop stop = new EarlyStop(terms, stops::incrementAndGet);
        for (int i = 0; i < 60; i++) {
            stop.add(slowlyAnswered(i), true);
        }
        assertThat(stops).hasValue(1);
        assertThat(stop.reason().orElseThrow()).startsWith("the service was saturated, after ");
    }

    @Test
    void shouldNotLookForSaturationUnlessAskedTo() {
        EarlyStop stop = new EarlyStop(Terms.of(StopRule.never()), stops::incrementAndGet);
        for (int i = 0; i < 60; i++) {
            stop.add(slowlyAnswered(i), true);
        }
        assertThat(stops).hasValue(0);
    }

    private static Second slowlyAnswered(int number) {
        OptionalDouble none = OptionalDouble.empty();
        return new Second(number, 100, 100, 75, 0, 0, 0, none, none, none, none, none);
    }
}
