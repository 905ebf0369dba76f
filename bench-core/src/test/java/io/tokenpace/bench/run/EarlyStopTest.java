package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.measure.Requests;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.schedule.StopRule;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EarlyStopTest {
    private final AtomicInteger stops = new AtomicInteger();

    @Test
    void shouldEndTheLoadOnceWhenTheRuleIsReached() {
        EarlyStop stop = new EarlyStop(Terms.of(StopRule.errors(2)), stops::incrementAndGet);
        stop.add(Requests.good().failed(ErrorKind.RESET).record());
        assertThat(stops).hasValue(0);
        stop.add(Requests.good().failed(ErrorKind.RESET).record());
        assertThat(stops).hasValue(1);
        stop.add(Requests.good().failed(ErrorKind.RESET).record());
        assertThat(stops).hasValue(1);
        assertThat(stop.reason())
                .contains("--max-errors (2) was reached: 2 of 2 requests failed, warm-up included, after 0.4 s");
    }

    @Test
    void shouldKeepTheFirstRuleThatEndedTheLoad() {
        EarlyStop stop = new EarlyStop(Terms.of(StopRule.errors(1)), stops::incrementAndGet);
        stop.endBy("the budget was used up");
        stop.add(Requests.good().failed(ErrorKind.RESET).record());
        stop.endBy("it was so again");
        assertThat(stops).hasValue(1);
        assertThat(stop.reason()).contains("the budget was used up");
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
        Terms terms = new Terms(StopRule.never(), Bounds.NONE, Optional.of(Duration.ofSeconds(10)), false);
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
