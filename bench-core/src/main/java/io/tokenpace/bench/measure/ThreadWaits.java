package io.tokenpace.bench.measure;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long the threads that stamp have waited for a processor that something else had, by Linux's scheduler. The threads
 * are looked for once, when they have begun; to look among all of them takes milliseconds.
 */
final class ThreadWaits {
    private static final Path TASKS = Path.of("/proc/self/task");
    private static final List<String> NAMES = List.of("client-loop", HiccupMeter.THREAD);
    /** {@code schedstat} holds the time on a processor, the time waiting for one, and the number of turns. */
    private static final int WAITED_FIELD = 1;

    private final List<Path> accounts;

    private ThreadWaits(List<Path> accounts) {
        this.accounts = List.copyOf(accounts);
    }

    /** Finds the threads; none where the system does not tell. */
    static ThreadWaits ofProcess() {
        List<Path> accounts = new ArrayList<>();
        if (Files.isDirectory(TASKS)) {
            try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
                for (Path task : tasks) {
                    if (stamps(SystemFile.lines(task.resolve("comm")))) {
                        accounts.add(task.resolve("schedstat"));
                    }
                }
            } catch (IOException e) {
                accounts.clear();
            }
        }
        return new ThreadWaits(accounts);
    }

    /** Returns the sum over the threads so far. */
    long nanos() {
        return accounts.stream()
                .mapToLong(account -> waited(SystemFile.lines(account)))
                .sum();
    }

    private static boolean stamps(List<String> comm) {
        return comm.stream().anyMatch(name -> NAMES.stream().anyMatch(name::startsWith));
    }

    static long waited(List<String> schedstat) {
        return schedstat.isEmpty() ? 0 : Long.parseLong(schedstat.get(0).split(" ", -1)[WAITED_FIELD]);
    }
}
