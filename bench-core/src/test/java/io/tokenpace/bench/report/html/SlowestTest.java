package io.tokenpace.bench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.measure.Requests;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.result.ServiceHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SlowestTest {
    private final Slowest slowest = new Slowest(3);

    @Test
    void shouldListTheSlowestFirstAndNoMoreThanSoMany() {
        for (long ms : new long[] {500, 900, 300, 700, 400, 800}) {
            slowest.add(Requests.good().tokens(150, ms).record());
        }
        assertThat(slowest.list())
                .extracting(SlowRequest::e2eMs)
                .containsExactly(OptionalDouble.of(900), OptionalDouble.of(800), OptionalDouble.of(700));
    }

    @Test
    void shouldCountAFailureByTheTimeItTook() {
        slowest.add(Requests.good().tokens(150, 500).record());
        slowest.add(Requests.good()
                .tokens(150, 2_000)
                .refused(503, new ServiceHeaders(Optional.of("req_9"), Map.of()))
                .record());
        SlowRequest first = slowest.list().get(0);
        assertThat(first.error()).contains("http_5xx");
        assertThat(first.status()).isEqualTo(OptionalInt.of(503));
        assertThat(first.requestId()).contains("req_9");
        assertThat(first.outcome()).isEqualTo("failed");
    }

    @Test
    void shouldTellHowOftenARequestWasSent() {
        slowest.add(Requests.good()
                .attempts(Requests.refusal(0, 1, 1), Requests.answered(2, 400))
                .record());
        slowest.add(Requests.good().failed(ErrorKind.RESET).record());
        assertThat(slowest.list()).extracting(SlowRequest::attempts).containsExactlyInAnyOrder(2, 1);
    }
}
