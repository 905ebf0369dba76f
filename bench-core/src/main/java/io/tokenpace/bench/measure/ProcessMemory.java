package io.tokenpace.bench.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The memory of this process.
 *
 * @param residentBytes of it that is in the machine's; 0 where a system does not tell
 * @param heapBytes in use after a collection
 */
public record ProcessMemory(long residentBytes, long heapBytes) {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";
    private static final long KILOBYTE = 1_024;

    /** Collects garbage, which stops the whole process for some milliseconds, and reads both. */
    public static ProcessMemory now() {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new ProcessMemory(resident(), heap);
    }

    private static long resident() {
        try {
            return Files.isReadable(STATUS) ? residentIn(Files.readAllLines(STATUS)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    static long residentIn(List<String> status) {
        for (String line : status) {
            if (line.startsWith(RESIDENT)) {
                String kilobytes =
                        line.substring(RESIDENT.length()).replace("kB", "").strip();
                return Long.parseLong(kilobytes) * KILOBYTE;
            }
        }
        return 0;
    }
}
