package io.tokenpace.bench.measure;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/**
 * What this process has had of the processors so far, and what was withheld from it.
 *
 * @param usedNanos processor time of this process
 * @param busyNanos processor time of everything on this machine
 * @param waitedNanos time in which a thread that stamps was ready to run, and something else had the processor
 * @param stolenNanos time in which the hypervisor ran something else, on the average processor
 * @param throttledNanos time in which a quota stopped this process's control group, on all processors together
 * @param gcMillis time the garbage collector has taken
 */
record ProcessorTime(
        long usedNanos, long busyNanos, long waitedNanos, long stolenNanos, long throttledNanos, long gcMillis) {
    static final ProcessorTime NONE = new ProcessorTime(0, 0, 0, 0, 0, 0);

    private static final Path STAT = Path.of("/proc/stat");
    // cpu user nice system idle iowait irq softirq steal: guests are in user and nice already.
    private static final List<Integer> BUSY_FIELDS = List.of(1, 2, 3, 6, 7);
    private static final int STEAL_FIELD = 8;
    // Linux counts in hundredths of a second, whatever its own tick.
    private static final long TICK_NANOS = 10_000_000;

    /** Reads the counters; those a system does not have stay at 0. */
    static ProcessorTime now(ThreadWaits waits) {
        String[] machine = machine();
        return new ProcessorTime(
                used(),
                BUSY_FIELDS.stream().mapToLong(field -> ticks(machine, field)).sum() * TICK_NANOS,
                waits.nanos(),
                ticks(machine, STEAL_FIELD) * TICK_NANOS / machineCores(),
                ControlGroup.throttledNanos(),
                gc());
    }

    ProcessorTime since(ProcessorTime earlier) {
        return new ProcessorTime(
                usedNanos - earlier.usedNanos,
                busyNanos - earlier.busyNanos,
                waitedNanos - earlier.waitedNanos,
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

    /** Returns the line of all processors together. */
    private static String[] machine() {
        return SystemFile.lines(STAT).stream()
                .filter(line -> line.startsWith("cpu "))
                .map(line -> line.split("\\s+", -1))
                .findFirst()
                .orElse(new String[0]);
    }

    /** Returns the machine's processors, of which a quota or an affinity may leave this process fewer. */
    static int machineCores() {
        long cores = SystemFile.lines(STAT).stream()
                .filter(line -> line.matches("cpu\\d.*"))
                .count();
        return cores > 0 ? (int) cores : Runtime.getRuntime().availableProcessors();
    }

    private static long ticks(String[] fields, int field) {
        return field < fields.length ? Long.parseLong(fields[field]) : 0;
    }
}
