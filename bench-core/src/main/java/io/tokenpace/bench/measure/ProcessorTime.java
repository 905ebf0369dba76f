package io.tokenpace.bench.measure;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What this process has had of the processors so far, and what was withheld from it.
 *
 * @param usedNanos processor time of this process
 * @param stolenNanos time in which the hypervisor ran something else, on the average processor
 * @param throttledNanos time in which a quota stopped this process's control group
 * @param gcMillis time the garbage collector has taken
 */
record ProcessorTime(long usedNanos, long stolenNanos, long throttledNanos, long gcMillis) {
    private static final Path STAT = Path.of("/proc/stat");
    private static final Path OWN_GROUP = Path.of("/proc/self/cgroup");
    private static final Path GROUPS = Path.of("/sys/fs/cgroup");
    private static final int STEAL_FIELD = 8;
    // Linux counts in hundredths of a second, whatever its own tick.
    private static final long TICK_NANOS = 10_000_000;
    private static final long MICROSECOND_NANOS = 1_000;

    /** Reads the counters; those a system does not have stay at 0. */
    static ProcessorTime now() {
        return new ProcessorTime(used(), stolen(), throttled(), gc());
    }

    ProcessorTime since(ProcessorTime earlier) {
        return new ProcessorTime(
                usedNanos - earlier.usedNanos,
                stolenNanos - earlier.stolenNanos,
                throttledNanos - earlier.throttledNanos,
                gcMillis - earlier.gcMillis);
    }

    private static long used() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private static long gc() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }

    private static long stolen() {
        for (String line : lines(STAT)) {
            String[] fields = line.split("\\s+", -1);
            if (fields[0].equals("cpu") && fields.length > STEAL_FIELD) {
                int processors = Runtime.getRuntime().availableProcessors();
                return Long.parseLong(fields[STEAL_FIELD]) * TICK_NANOS / processors;
            }
        }
        return 0;
    }

    private static long throttled() {
        for (String line : lines(OWN_GROUP)) {
            if (line.startsWith("0::/")) {
                Path own = GROUPS.resolve(line.substring("0::/".length())).resolve("cpu.stat");
                return throttledBy(lines(Files.isReadable(own) ? own : GROUPS.resolve("cpu.stat")));
            }
        }
        return 0;
    }

    static long throttledBy(List<String> cpuStat) {
        for (String line : cpuStat) {
            if (line.startsWith("throttled_usec ")) {
                return Long.parseLong(line.substring("throttled_usec ".length()).strip()) * MICROSECOND_NANOS;
            }
        }
        return 0;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
