package io.tokenpace.bench.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.folder.RequestSieve.Reason;
import io.tokenpace.bench.measure.Requests;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.result.RequestRecord;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestSieveTest {
    private static final RequestRecord GOOD = Requests.good().record();
    private static final RequestRecord BAD =
            Requests.good().failed(ErrorKind.IDLE_TIMEOUT).record();

    private static Map<Reason, Integer> count(RequestSieve sieve, int requests) {
        Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
        for (int i = 0; i < requests; i++) {
            sieve.reason(GOOD).ifPresent(reason -> counts.merge(reason, 1, Integer::sum));
        }
        return counts;
    }

    @Test
    void shouldKeepAllAndSayNothing() {
        RequestSieve sieve = new RequestSieve(Records.ALL, 1, 10);
        assertThat(count(sieve, 100)).containsExactly(Map.entry(Reason.ALL, 100));
        assertThat(sieve.note()).isEmpty();
    }

    @Test
    void shouldKeepWhatFailedAlone() {
        RequestSieve sieve = new RequestSieve(Records.ERRORS, 1, 10);
        assertThat(sieve.reason(GOOD)).isEmpty();
        assertThat(sieve.reason(BAD)).contains(Reason.ERROR);
        assertThat(sieve.note().orElseThrow()).startsWith("requests.jsonl holds 1 of 2 requests");
    }

    @Test
    void shouldKeepNone() {
        RequestSieve sieve = new RequestSieve(Records.NONE, 1, 10);
        assertThat(sieve.reason(BAD)).isEmpty();
    }

    @Test
    void shouldSampleOneInAHundredBeyondTheFirst() {
        RequestSieve sieve = new RequestSieve(Records.AUTO, 42, 5_000);
        Map<Reason, Integer> counts = count(sieve, 105_000);
        assertThat(counts.get(Reason.ALL)).isEqualTo(5_000);
        // 100,000 draws at one in a hundred: 1,000, five standard deviations of 31 to either side.
        assertThat(counts.get(Reason.SAMPLE)).isBetween(845, 1_155);
        assertThat(counts).doesNotContainKey(Reason.SLOW);
    }

    @Test
    void shouldDrawAnotherSampleByAnotherSeed() {
        RequestSieve one = new RequestSieve(Records.AUTO, 1, 0);
        RequestSieve other = new RequestSieve(Records.AUTO, 2, 0);
        int both = 0;
        for (int i = 0; i < 100_000; i++) {
            boolean inOne = one.reason(GOOD).equals(Optional.of(Reason.SAMPLE));
            boolean inOther = other.reason(GOOD).equals(Optional.of(Reason.SAMPLE));
            both += inOne && inOther ? 1 : 0;
        }
        assertThat(both).isLessThan(100);
    }

    @Test
    void shouldKeepFailuresAndTheSlowestBeyondTheFirst() {
        RequestSieve sieve = new RequestSieve(Records.AUTO, 1, 5_000);
        count(sieve, 5_000);
        RequestRecord slow = Requests.good().timedAt(-5_000, -5_000, 1).record();
        assertThat(sieve.reason(slow)).contains(Reason.SLOW);
        assertThat(sieve.reason(BAD)).contains(Reason.ERROR);
    }
}
