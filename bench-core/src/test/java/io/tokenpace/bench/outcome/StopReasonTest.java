package io.tokenpace.bench.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StopReasonTest {
    @ParameterizedTest
    @CsvSource({
        "end_turn, END_TURN",
        "max_tokens, MAX_TOKENS",
        "stop_sequence, STOP_SEQUENCE",
        "tool_use, TOOL_USE",
        "pause_turn, PAUSE_TURN",
        "refusal, REFUSAL",
        "model_context_window_exceeded, MODEL_CONTEXT_WINDOW_EXCEEDED"
    })
    void shouldReadAnthropicsReasons(String label, StopReason reason) {
        assertThat(StopReason.ofLabel(label)).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "END_TURN", "end_turn ", "compaction"})
    void shouldCallAReasonItDoesNotKnowOther(String label) {
        assertThat(StopReason.ofLabel(label)).isEqualTo(StopReason.OTHER);
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadItsOwnLabels(StopReason reason) {
        assertThat(StopReason.ofLabel(reason.label())).isEqualTo(reason);
    }
}
