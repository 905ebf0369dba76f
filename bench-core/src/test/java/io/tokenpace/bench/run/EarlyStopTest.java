package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.measure.Requests;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.StreamedContent;
import io.tokenpace.bench.schedule.StopRule;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EarlyStopTest {
    private final AtomicInteger stops = new AtomicInteger();

    private EarlyStop after(long tokens) {
        return new EarlyStop(StopRule.tokens(tokens), stops::incrementAndGet);
    }

    /** Returns the most tokens at which a request still ends the run. */
    private static long tokensOf(RequestRecord request) {
        long tokens = 0;
        boolean reached = true;
        while (reached) {
            EarlyStop stop = new EarlyStop(StopRule.tokens(tokens + 1), () -> {});
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
}
