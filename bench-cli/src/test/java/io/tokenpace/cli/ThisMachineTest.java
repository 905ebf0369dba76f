package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThisMachineTest {
    @Test
    void shouldKeepTheCalibrationWhereTheUsersCachesAre() {
        assertThat(ThisMachine.calibrationPath(Map.of(), "/home/ada"))
                .isEqualTo(Path.of("/home/ada/.cache/tokenpace/calibration.json"));
        assertThat(ThisMachine.calibrationPath(Map.of("XDG_CACHE_HOME", "/caches"), "/home/ada"))
                .isEqualTo(Path.of("/caches/tokenpace/calibration.json"));
    }

    @Test
    void shouldPassOverAFolderOfCachesThatIsEmptyOrRelative() {
        Path home = Path.of("/home/ada/.cache/tokenpace/calibration.json");
        assertThat(ThisMachine.calibrationPath(Map.of("XDG_CACHE_HOME", ""), "/home/ada"))
                .isEqualTo(home);
        assertThat(ThisMachine.calibrationPath(Map.of("XDG_CACHE_HOME", "caches"), "/home/ada"))
                .isEqualTo(home);
    }

    @Test
    void shouldReadTheProcessorsModel() {
        assertThat(ThisMachine.model(
                        List.of("processor\t: 0", "model\t\t: 6", "model name\t: Abacus 9: fast", "bugs\t:")))
                .contains("Abacus 9: fast");
        assertThat(ThisMachine.model(List.of("processor\t: 0"))).isEmpty();
    }
}
