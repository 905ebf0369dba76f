package io.tokenpace.bench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.measure.Requests;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.result.StreamedContent;
import org.junit.jupiter.api.Test;

class PhasesTest {
    @Test
    void shouldDivideARequestThatOpensItsConnection() {
        assertThat(Phases.of(Requests.good()
                        .timedAt(1_000, 1_001, 1_010)
                        .opening(1_003, 1_005, 1_009)
                        .tokens(1_100, 1_400)
                        .record()))
                .containsExactly(
                        new Phase("send_lag", 0, 1),
                        new Phase("queue", 1, 3),
                        new Phase("connect", 3, 5),
                        new Phase("tls", 5, 9),
                        new Phase("wait", 10, 100),
                        new Phase("decode", 100, 400));
    }

    @Test
    void shouldTellThinkingFromWhatCanBeRead() {
        StreamedContent visible = new StreamedContent(5, 20, 1, 4);
        assertThat(Phases.of(Requests.good()
                        .timedAt(0, 0, 0)
                        .tokens(50, 400)
                        .thought(40, 200, visible)
                        .record()))
                .containsExactly(
                        new Phase("wait", 0, 40), new Phase("thinking", 40, 200), new Phase("decode", 200, 400));
    }

    @Test
    void shouldWaitForAnAnswerThatCameWhole() {
        assertThat(Phases.of(Requests.good().timedAt(0, 0, 0).came(250).record()))
                .containsExactly(new Phase("wait", 0, 250));
    }

    @Test
    void shouldEndAFailureWithThePhaseItWasIn() {
        assertThat(Phases.of(Requests.good()
                        .timedAt(0, 0, 0)
                        .came(900)
                        .failed(ErrorKind.FIRST_TOKEN_TIMEOUT)
                        .record()))
                .last()
                .isEqualTo(new Phase("wait", 0, 900));
    }

    @Test
    void shouldLeaveOutWhatLiesBetweenTheFirstAttemptAndTheLast() {
        assertThat(Phases.of(Requests.good()
                        .timedAt(0, 0, 500)
                        .tokens(600, 700)
                        .attempts(Requests.refusal(20, 30, 470), Requests.answered(500, 700))
                        .record()))
                .containsExactly(new Phase("queue", 0, 20), new Phase("wait", 500, 600), new Phase("decode", 600, 700));
    }
}
