package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FirstFailureTest {
    private final AtomicInteger ends = new AtomicInteger();
    private final FirstFailure failure = new FirstFailure(ends::incrementAndGet);

    @Test
    void shouldThrowNothingWhereNothingFailed() {
        assertThatCode(failure::rethrow).doesNotThrowAnyException();
        assertThat(ends).hasValue(0);
    }

    @Test
    void shouldEndTheRunAndKeepWhatFailedFirst() {
        failure.report(new IllegalStateException("first"));
        failure.report(new IllegalStateException("second"));
        assertThat(ends).hasValue(2);
        assertThatThrownBy(failure::rethrow)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("first");
    }

    @Test
    void shouldThrowAnErrorAsItIs() {
        failure.report(new InternalError("no more files"));
        assertThatThrownBy(failure::rethrow).isInstanceOf(InternalError.class).hasMessage("no more files");
    }
}
