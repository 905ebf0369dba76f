package io.tokenpace.cli;

import com.sun.management.OperatingSystemMXBean;
import io.tokenpace.bench.client.Target;
import io.tokenpace.bench.folder.LogStart;
import io.tokenpace.bench.folder.RunFolder;
import io.tokenpace.bench.result.Manifest;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.result.Totals;
import io.tokenpace.bench.run.LoadRun;
import io.tokenpace.bench.run.RunIdentity;
import io.tokenpace.bench.run.RunObserver;
import io.tokenpace.bench.run.RunPlan;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/**
 * Replays a generated trace of very many requests against the embedded mock that answers at once, as {@code bench run}
 * would, and holds the heap at its end to that at the end of a short replay of the same kind.
 *
 * <p>The heap is read after a collection on the ledger's thread, once every request is booked: whatever the run keeps of
 * its requests is still reachable then.
 */
final class MillionRequests {
    private static final int FEW = 10_000;
    private static final long MOST_GROWTH_BYTES = 20L << 20;
    private static final double MIB = 1 << 20;

    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Path folder;
    private final int perSecond;

    private MillionRequests(Path folder, int perSecond) {
        this.folder = folder;
        this.perSecond = perSecond;
    }

    /**
     * Prints what was measured, and fails if the heap has grown.
     *
     * @param args how many requests, and how many of them a second; a million at 10,000 without
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int many = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int perSecond = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
        Path folder = Files.createTempDirectory("million");
        try (EmbeddedMock mock = EmbeddedMock.start(Profiles.load("instant"), 1)) {
            MillionRequests replays = new MillionRequests(folder, perSecond);
            long before = replays.replay(mock, FEW);
            long after = replays.replay(mock, many);
            System.out.printf(Locale.ROOT, "heap grew by %.1f MiB (bound 20 MiB)%n", (after - before) / MIB);
            if (after - before > MOST_GROWTH_BYTES) {
                System.exit(1);
            }
        } finally {
            Rehearsal.delete(folder);
        }
    }

    /** Replays so many requests and returns the heap at the end. */
    private long replay(EmbeddedMock mock, int requests) throws IOException, InterruptedException {
        RunCommand command = new RunCommand();
        Path trace = GeneratedTrace.write(folder.resolve(requests + ".csv"), requests);
        new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(
                        "--ceiling",
                        "--max-in-flight=64",
                        "--speed=" + (double) perSecond / GeneratedTrace.PER_SECOND,
                        "--trace=" + trace);
        RunPlan plan = command.options().plan(Target.of(mock.endpoint(Api.ANTHROPIC)), true);
        LogStart start = new LogStart(Instant.now(), System.nanoTime());
        LastSecond last = new LastSecond();
        long cpuNanos = SYSTEM.getProcessCpuTime();
        try (RunFolder logs = RunFolder.create(folder.resolve("run" + requests), start)) {
            RunResult result = new LoadRun(plan, identity(), logs, start, last, Optional.of(mock)).execute();
            print(result, last, cpuNanos);
        }
        return last.heapBytes;
    }

    private static void print(RunResult result, LastSecond last, long cpuNanos) {
        double cpuSeconds = (last.cpuNanos - cpuNanos) / 1e9;
        Totals totals = result.totals();
        System.out.printf(
                Locale.ROOT,
                "%,d of %,d requests succeeded in %.1f s: %,.0f requests/s, %,.0f a CPU-second; heap %.1f MiB at the end,"
                        + " at most %.1f MiB before; %s %s%n",
                totals.succeeded(),
                totals.planned(),
                result.client().windowS(),
                result.throughput().requestsPerS().orElse(0),
                totals.succeeded() / cpuSeconds,
                last.heapBytes / MIB,
                last.mostBytes / MIB,
                result.verdict().status(),
                result.verdict().reasons());
    }

    private static RunIdentity identity() {
        Manifest nothing = new Manifest(
                "",
                List.of(),
                Map.of(),
                0,
                "",
                "",
                "",
                "",
                "",
                new Manifest.Machine("", List.of(), "", "", 1, 1),
                Optional.empty());
        return new RunIdentity("million", nothing);
    }

    /** Reads the heap at the end of the second in which the last request was booked. */
    private static final class LastSecond implements RunObserver {
        private volatile long heapBytes;
        private volatile long mostBytes;
        private volatile long cpuNanos;

        @Override
        public void second(Second second, Totals soFar) {
            cpuNanos = SYSTEM.getProcessCpuTime();
            mostBytes = Math.max(mostBytes, MEMORY.getHeapMemoryUsage().getUsed());
            if (soFar.succeeded() + soFar.failed() + soFar.incomplete() == soFar.planned()) {
                MEMORY.gc();
                heapBytes = MEMORY.getHeapMemoryUsage().getUsed();
            }
        }
    }
}
