package io.tokenpace.bench.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The control group of this process, as far as it limits its processors. Linux has two layouts: one tree for everything
 * (v2), or one for each controller (v1).
 */
final class ControlGroup {
    private static final Path OWN_GROUPS = Path.of("/proc/self/cgroup");
    private static final Path TREES = Path.of("/sys/fs/cgroup");
    private static final String ONE_TREE = "0::/";
    private static final String STAT = "cpu.stat";
    private static final String V2_MICROS = "throttled_usec ";
    private static final String V1_NANOS = "throttled_time ";
    private static final long MICROSECOND_NANOS = 1_000;

    private ControlGroup() {}

    /** Returns for how long a quota has stopped this process's group so far; 0 where nothing says so. */
    static long throttledNanos() {
        return statOf(SystemFile.lines(OWN_GROUPS))
                .map(ControlGroup::throttledBy)
                .orElse(0L);
    }

    private static Optional<List<String>> statOf(List<String> groups) {
        return groups.stream()
                .flatMap(line -> candidates(line).stream())
                .filter(Files::isReadable)
                .findFirst()
                .map(SystemFile::lines);
    }

    /** Returns where the counters may be that a line of {@code /proc/self/cgroup} points to, the likeliest first. */
    static List<Path> candidates(String line) {
        if (line.startsWith(ONE_TREE)) {
            return List.of(TREES.resolve(line.substring(ONE_TREE.length())).resolve(STAT), TREES.resolve(STAT));
        }
        String[] parts = line.split(":", 3);
        if (parts.length < 3 || !List.of(parts[1].split(",")).contains("cpu")) {
            return List.of();
        }
        Path tree = TREES.resolve(parts[1]);
        return List.of(tree.resolve(parts[2].substring(1)).resolve(STAT), tree.resolve(STAT));
    }

    static long throttledBy(List<String> cpuStat) {
        for (String line : cpuStat) {
            if (line.startsWith(V2_MICROS)) {
                return Long.parseLong(line.substring(V2_MICROS.length()).strip()) * MICROSECOND_NANOS;
            }
            if (line.startsWith(V1_NANOS)) {
                return Long.parseLong(line.substring(V1_NANOS.length()).strip());
            }
        }
        return 0;
    }
}
