package io.tokenpace.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.result.ClientHealth;
import io.tokenpace.bench.result.ClientHealth.MockHealth;
import io.tokenpace.bench.result.MachineHealth;
import io.tokenpace.bench.result.Tail;
import io.tokenpace.bench.result.Totals;
import io.tokenpace.bench.result.Verdict.Reason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ValidityTest {
    private static final Tail QUIET = new Tail(1_000, 0.05, 0.2, 1, 3);
    private static final Totals BALANCED = new Totals(100, 100, 98, 2, 0, 0);

    private double windowS = 10;
    private Tail sendLag = QUIET;
    private Tail loopLag = QUIET;
    private Optional<Tail> otherLoop = Optional.empty();
    private Tail hiccup = QUIET;
    private double withheld;
    private double inFlightS = 100;
    private double overlapS = 100;
    private double held = 10;
    private OptionalDouble onTime = OptionalDouble.empty();
    private long emptyQueues;
    private double cpuCores = 0.3;
    private MachineHealth machine = new MachineHealth(2, 2, 0.5, 0.01, 0, 30, 1_024);
    private Optional<MockHealth> mock = Optional.empty();

    private List<String> rules(double medianTtftMs) {
        return judge(medianTtftMs, BALANCED).stream().map(Reason::rule).toList();
    }

    private List<Reason> judge(double medianTtftMs, Totals totals) {
        ClientHealth health = new ClientHealth(
                1,
                windowS,
                sendLag,
                loopLag,
                otherLoop.isPresent() ? List.of(loopLag, otherLoop.get()) : List.of(loopLag),
                hiccup,
                cpuCores,
                withheld,
                0,
                inFlightS,
                overlapS,
                OptionalDouble.of(held),
                onTime,
                emptyQueues,
                0,
                0,
                machine,
                mock,
                Optional.empty());
        return Validity.judge(health, totals, OptionalInt.of(10), medianTtftMs);
    }

    @Test
    void shouldFindNothingAgainstAHealthyRun() {
        onTime = OptionalDouble.of(0.995);
        mock = Optional.of(new MockHealth(new Tail(1_000, 0.1, 0.9, 9, 60), 99.9));
        assertThat(rules(200)).isEmpty();
    }

    @Test
    void shouldAllowLagInProportionToTheTimeToTheFirstToken() {
        sendLag = new Tail(1_000, 0.5, 1.9, 9, 19);
        assertThat(rules(200)).isEmpty();
        assertThat(rules(20)).containsExactly("send_lag");
    }

    @Test
    void shouldNotCondemnARunForAPercentileThatTooFewValuesReach() {
        sendLag = new Tail(35, 0.3, 9, 9, 9);
        assertThat(rules(200)).isEmpty();
        sendLag = new Tail(36, 0.3, 9, 9, 9);
        assertThat(rules(200)).containsExactly("send_lag");
        sendLag = new Tail(367, 0.3, 1, 40, 40);
        assertThat(rules(200)).isEmpty();
        sendLag = new Tail(3, 0.3, 60, 60, 60);
        assertThat(rules(200)).containsExactly("send_lag");
    }

    @Test
    void shouldJudgeTheTailAndTheWorstStallOfTheLoops() {
        loopLag = new Tail(1_000, 0.1, 0.5, 11, 20);
        assertThat(rules(200)).containsExactly("loop_lag");
        loopLag = new Tail(1_000, 0.1, 0.5, 9, 51);
        assertThat(rules(200)).containsExactly("loop_lag");
        assertThat(rules(600)).isEmpty();
    }

    @Test
    void shouldJudgeEachLoopByItself() {
        otherLoop = Optional.of(new Tail(1_000, 0.1, 30, 40, 45));
        assertThat(judge(200, BALANCED).get(0).text()).startsWith("event loop 2 of 2 woke p90 30.00 ms late");
    }

    @Test
    void shouldNameTheCollectorThatStoppedTheClient() {
        loopLag = new Tail(1_000, 0.1, 0.5, 0.6, 180);
        hiccup = loopLag;
        machine = new MachineHealth(2, 2, 1, 0.1, 170, 30, 1_024);
        assertThat(judge(200, BALANCED).get(0).text())
                .contains("the garbage collector stopped the client for up to 170 ms", "-Xmx");
    }

    @Test
    void shouldNameWhatElseHadTheProcessors() {
        loopLag = new Tail(1_000, 0.1, 5, 11, 20);
        hiccup = loopLag;
        machine = new MachineHealth(2, 2, 1.9, 3.2, 0, 30, 1_024);
        assertThat(judge(200, BALANCED).get(0).text())
                .contains("machine too noisy", "waited 3.20 s for a processor while 1.9 of 2 were busy");
    }

    @Test
    void shouldNotBlameTheMachineWhereTheClientItselfFillsIt() {
        loopLag = new Tail(1_000, 0.1, 5, 11, 20);
        hiccup = loopLag;
        cpuCores = 1.9;
        machine = new MachineHealth(2, 2, 2, 3.2, 0, 30, 1_024);
        assertThat(judge(200, BALANCED).get(0).text()).contains("client overloaded, it used 1.9 of 2 cores");
    }

    @Test
    void shouldTellAProcessThatStoodStillFromABusyMachine() {
        loopLag = new Tail(1_000, 0.1, 0.2, 0.3, 200);
        hiccup = loopLag;
        assertThat(judge(200, BALANCED).get(0).text())
                .contains("a mere sleeper woke 200.0 ms late as well, so all threads stood still together");
    }

    @Test
    void shouldNameProcessorTimeThatWasWithheld() {
        loopLag = new Tail(1_000, 0.1, 20, 60, 90);
        hiccup = loopLag;
        withheld = 0.4;
        assertThat(judge(200, BALANCED))
                .anyMatch(reason -> reason.text().contains("4.00 s of processor time were withheld"));
    }

    @Test
    void shouldBlameTheMachineWhenAMereSleeperIsAsLate() {
        loopLag = new Tail(1_000, 0.1, 0.5, 11, 20);
        assertThat(judge(200, BALANCED).get(0).text()).contains("client overloaded");
        hiccup = new Tail(1_000, 0.1, 0.5, 12, 20);
        assertThat(judge(200, BALANCED).get(0).text()).contains("machine too noisy");
    }

    @Test
    void shouldRefuseARunWhoseArrivalsWereNotSent() {
        onTime = OptionalDouble.of(0.98);
        assertThat(rules(200)).containsExactly("arrivals");
    }

    @Test
    void shouldRefuseARunThatDidNotHoldItsConcurrency() {
        held = 9.7;
        assertThat(rules(200)).containsExactly("concurrency");
    }

    @Test
    void shouldRefuseARunWhoseBooksDisagree() {
        overlapS = 99.4;
        assertThat(rules(200)).containsExactly("bookkeeping");
        overlapS = 99.6;
        assertThat(rules(200)).isEmpty();
    }

    @Test
    void shouldRefuseARunThatLostARequest() {
        assertThat(judge(200, new Totals(100, 100, 97, 2, 0, 0)))
                .extracting(Reason::rule)
                .containsExactly("bookkeeping");
    }

    @Test
    void shouldRefuseARunWhoseProcessorWasWithheld() {
        withheld = 0.011;
        assertThat(rules(200)).containsExactly("cpu");
    }

    @Test
    void shouldRefuseARunThatRanOutOfPreparedRequests() {
        emptyQueues = 1;
        assertThat(rules(200)).containsExactly("feeder");
    }

    @Test
    void shouldNotJudgeSharesOfTimeInAWindowUnderASecond() {
        windowS = 0.9;
        held = 5;
        withheld = 0.5;
        overlapS = 50;
        assertThat(rules(200)).isEmpty();
    }

    @Test
    void shouldRefuseARunWhoseMockWasLate() {
        mock = Optional.of(new MockHealth(new Tail(1_000, 0.1, 1.1, 5, 60), 100));
        assertThat(rules(200)).containsExactly("mock_lateness");
        mock = Optional.of(new MockHealth(new Tail(1_000, 0.1, 0.5, 11, 60), 100));
        assertThat(rules(200)).containsExactly("mock_lateness");
    }

    @Test
    void shouldRefuseARunWhoseMockCountsOtherRequestsInFlight() {
        mock = Optional.of(new MockHealth(QUIET, 98));
        assertThat(rules(200)).containsExactly("mock_in_flight");
    }

    @Test
    void shouldNameNumberBoundAndRemedy() {
        onTime = OptionalDouble.of(0.951);
        assertThat(judge(200, BALANCED).get(0).text())
                .isEqualTo("only 95.1 % of the planned arrivals were sent in the window (bound 99 %); lower --rate,"
                        + " or give the client more cores");
    }
}
