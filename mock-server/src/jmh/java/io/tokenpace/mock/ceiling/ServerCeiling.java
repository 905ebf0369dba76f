package io.tokenpace.mock.ceiling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Prints how many events a core of the server writes in a second, and how late, each in a process of its own. */
final class ServerCeiling {
    private static final long WARM_UP_MILLIS = 6_000;
    private static final long SPAN_MILLIS = 8_000;
    private static final int FLOOR_STEPS = 3_000;

    private ServerCeiling() {}

    /** Takes the scenarios to run, {@code shared}, {@code alone} or {@code late}; without any, all of them. */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> chosen = args.length == 0 ? List.of("shared", "alone", "late") : List.of(args);
        for (String scenario : chosen) {
            switch (scenario) {
                case "shared" -> shared();
                case "alone" -> alone();
                case "late" -> late();
                default ->
                    throw new IllegalArgumentException("scenario (" + scenario + ") must be shared, alone or late");
            }
        }
    }

    /** Everything due at once, so that up to 256 events share a write. */
    private static void shared() throws IOException, InterruptedException {
        try (ServerProcess server = new ServerProcess("instant");
                Drain drain = new Drain(server.address(), 8, 20_000)) {
            drain.start();
            Thread.sleep(WARM_UP_MILLIS);
            print("shared writes", server.measure(SPAN_MILLIS).rates());
            print("shared writes", events(server, drain));
        }
    }

    /** A token every 6 ms on each of 500 streams: 83,000 a second, of which next to none meet in one write. */
    private static void alone() throws IOException, InterruptedException {
        Path profile = Files.createTempFile("six-milliseconds", ".yaml");
        Files.writeString(profile, "decode: {token_time: 6ms}\n");
        try (ServerProcess server = new ServerProcess(profile.toString());
                Drain drain = new Drain(server.address(), 500, 800)) {
            drain.start();
            Thread.sleep(WARM_UP_MILLIS);
            Figures figures = server.measure(SPAN_MILLIS);
            print("an event a write", figures.rates());
            print("an event a write", figures.lateness());
            print("an event a write", events(server, drain));
        } finally {
            Files.delete(profile);
        }
    }

    /** A thousand streams at 30 ms a token. */
    private static void late() throws IOException, InterruptedException {
        try (ServerProcess server = new ServerProcess("metronome")) {
            long before = Long.parseLong(server.ask("memory"));
            Histogram floor = HiccupFloor.measure(FLOOR_STEPS);
            print("machine alone", "woken late by " + Figures.percentiles(floor));
            try (Drain drain = new Drain(server.address(), 1_000, 4_096)) {
                drain.start();
                Thread.sleep(WARM_UP_MILLIS);
                Figures figures = server.measure(SPAN_MILLIS);
                print("1,000 streams", figures.lateness());
                print("1,000 streams", figures.rates());
                print("1,000 streams", drain.bytes() / 1_000 + " B read by each");
                long streams = (Long.parseLong(server.ask("memory")) - before) / 1_000;
                print("1,000 streams", streams + " B of memory each");
            }
        }
    }

    private static String events(ServerProcess server, Drain drain) throws IOException {
        return server.ask("flushes " + String.join(" ", drain.requestIds()));
    }

    private static void print(String what, String figures) {
        System.out.println(what + ": " + figures);
    }
}
