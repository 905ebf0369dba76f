package io.tokenpace.bench.measure;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How long the threads that stamp have waited for a processor that something else had, by Linux's scheduler. */
final class ThreadWaits {
    private static final Path TASKS = Path.of("/proc/self/task");
    private static final List<String> NAMES = List.of("client-loop", HiccupMeter.THREAD);
    /** {@code schedstat} holds the time on a processor, the time waiting for one, and the number of turns. */
    private static final int WAITED_FIELD = 1;

    private ThreadWaits() {}

    /** Returns the sum over the threads so far; 0 where the system does not tell. */
    static long nanos() {
        if (!Files.isDirectory(TASKS)) {
            return 0;
        }
        long sum = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
            for (Path task : tasks) {
                if (stamps(SystemFile.lines(task.resolve("comm")))) {
                    sum += waited(SystemFile.lines(task.resolve("schedstat")));
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return sum;
    }

    private static boolean stamps(List<String> comm) {
        return comm.stream().anyMatch(name -> NAMES.stream().anyMatch(name::startsWith));
    }

    static long waited(List<String> schedstat) {
        return schedstat.isEmpty() ? 0 : Long.parseLong(schedstat.get(0).split(" ", -1)[WAITED_FIELD]);
    }
}
