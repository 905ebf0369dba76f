package io.tokenpace.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlGroupTest {
    @Test
    void shouldReadTheThrottledTimeOfAControlGroup() {
        List<String> cpuStat = List.of("usage_usec 51234", "nr_throttled 3", "throttled_usec 2500", "nr_bursts 0");
        assertThat(ControlGroup.throttledBy(cpuStat)).isEqualTo(2_500_000);
    }

    @Test
    void shouldCountNothingWhereAGroupHasNoQuota() {
        assertThat(ControlGroup.throttledBy(List.of("usage_usec 51234"))).isZero();
    }

    @Test
    void shouldReadTheOlderLayoutToo() {
        List<String> cpuStat = List.of("nr_periods 11", "nr_throttled 6", "throttled_time 356370894", "nr_bursts 0");
        assertThat(ControlGroup.throttledBy(cpuStat)).isEqualTo(356_370_894);
    }

    @Test
    void shouldLookForTheGroupThenForTheRootThatAContainerSees() {
        assertThat(ControlGroup.candidates("0::/user.slice/run.scope"))
                .containsExactly(
                        Path.of("/sys/fs/cgroup/user.slice/run.scope/cpu.stat"), Path.of("/sys/fs/cgroup/cpu.stat"));
        assertThat(ControlGroup.candidates("4:cpu,cpuacct:/docker/1f"))
                .containsExactly(
                        Path.of("/sys/fs/cgroup/cpu,cpuacct/docker/1f/cpu.stat"),
                        Path.of("/sys/fs/cgroup/cpu,cpuacct/cpu.stat"));
        assertThat(ControlGroup.candidates("3:cpuset:/")).isEmpty();
    }
}
