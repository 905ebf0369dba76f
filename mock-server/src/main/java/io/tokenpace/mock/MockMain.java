package io.tokenpace.mock;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tokenpace.mock.fault.TimeText;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/** Runs a mock server until it is told to stop. */
public final class MockMain {
    private static final int USAGE = 2;
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final String FLAG = "--tls";
    private static final List<String> OPTIONS = List.of(
            "--host",
            "--port",
            "--profile",
            "--time-scale",
            "--seed",
            "--truth-log",
            FLAG,
            "--tls-certificate",
            "--grace",
            "--max-connections");

    private MockMain() {}

    /** Takes what {@code docs/mock-server.md} lists; the first line printed tells the address. */
    public static void main(String[] args) throws InterruptedException {
        PrintWriter out = new PrintWriter(System.out, true, UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, UTF_8);
        try {
            StandaloneServer.run(options(args), out, err);
        } catch (IllegalArgumentException | IOException e) {
            err.println(e.getMessage());
            System.exit(USAGE);
        }
    }

    static MockOptions options(String... args) {
        MockOptions options =
                MockOptions.of(Profiles.load("sonnet")).withGrace(GRACE).withHiccups();
        Iterator<String> left = List.of(args).iterator();
        while (left.hasNext()) {
            String name = left.next();
            if (!OPTIONS.contains(name)) {
                throw new IllegalArgumentException(
                        "option (" + name + ") must be one of " + String.join(", ", OPTIONS));
            }
            if (name.equals(FLAG)) {
                options = options.withTls();
            } else if (left.hasNext()) {
                options = with(options, name, left.next());
            } else {
                throw new IllegalArgumentException("option (" + name + ") must be followed by its value");
            }
        }
        return options;
    }

    private static MockOptions with(MockOptions options, String name, String value) {
        return switch (name) {
            case "--host" -> options.withHost(value);
            case "--port" -> options.withPort((int) number(name, value, 0, 65_535));
            case "--profile" -> options.withProfile(Profiles.load(value));
            case "--time-scale" -> options.withTimeScale(decimal(name, value));
            case "--seed" -> options.withSeed(number(name, value, Long.MIN_VALUE, Long.MAX_VALUE));
            case "--truth-log" -> options.withTruthLog(Path.of(value));
            case "--tls-certificate" -> options.withTlsCertificate(Path.of(value));
            case "--max-connections" -> options.withMaxConnections((int) number(name, value, 1, Integer.MAX_VALUE));
            case "--grace" -> options.withGrace(time(name, value));
            default -> throw new IllegalStateException("option (" + name + ") is listed but not read");
        };
    }

    private static long number(String name, String value, long min, long max) {
        try {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw new IllegalArgumentException(name + " (" + value + ") must be a whole number from " + min + " to " + max);
    }

    private static double decimal(String name, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " (" + value + ") must be a number", e);
        }
    }

    private static Duration time(String name, String value) {
        try {
            return Duration.ofNanos(Math.round(TimeText.nanos(value)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " (" + value + ") " + e.getMessage(), e);
        }
    }
}
