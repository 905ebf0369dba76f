package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenpace.bench.schedule.ArrivalProcess;
import io.tokenpace.bench.schedule.LoadShape;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OpenFileLimitTest {
    private final OpenFileLimit limit = new OpenFileLimit(1_100);

    @Test
    void shouldAllowWhatFits() {
        assertThatCode(() -> limit.requireRoomFor(new LoadShape.Closed(1_000), 1_000, false))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldNameTheUsersAndTheLimitThatTheyPass() {
        assertThatThrownBy(() -> limit.requireRoomFor(new LoadShape.Closed(1_001), 0, false))
                .hasMessage("concurrency (1001) must be at most 1000 where a process may open 1100 files and sockets;"
                        + " raise that limit with ulimit -n");
    }

    @Test
    void shouldCountBothEndsWhereTheServiceIsInThisProcess() {
        assertThatThrownBy(() -> limit.requireRoomFor(new LoadShape.Closed(501), 0, true))
                .hasMessageStartingWith("concurrency (501) must be at most 500 ");
    }

    @Test
    void shouldJudgeAnOpenLoadByItsBoundAlone() {
        assertThatCode(() -> limit.requireRoomFor(
                        new LoadShape.Open(9_000, ArrivalProcess.POISSON, OptionalInt.empty()), 0, false))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> limit.requireRoomFor(
                        new LoadShape.Open(9_000, ArrivalProcess.POISSON, OptionalInt.of(2_000)), 0, false))
                .hasMessageStartingWith("max-in-flight (2000) must be at most 1000 ");
    }

    @Test
    void shouldCountWhatIsOpenedBeforeTheLoad() {
        assertThatThrownBy(() -> limit.requireRoomFor(new LoadShape.Closed(1), 1_001, false))
                .hasMessageStartingWith("connections (1001) must be at most 1000 ");
    }
}
