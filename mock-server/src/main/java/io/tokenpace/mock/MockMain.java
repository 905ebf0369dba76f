package io.tokenpace.mock;

import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Runs a mock server until it is told to stop. */
public final class MockMain {
    private static final int USAGE = 2;
    private static final List<String> OPTIONS =
            List.of("--host", "--port", "--profile", "--time-scale", "--seed", "--truth-log");

    private MockMain() {}

    /** Takes {@code --host --port --profile --time-scale --seed --truth-log}; the first line printed tells the address. */
    public static void main(String[] args) throws InterruptedException {
        try {
            run(options(args));
        } catch (IllegalArgumentException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(USAGE);
        }
    }

    static MockOptions options(String... args) {
        MockOptions options = MockOptions.of(Profiles.load("sonnet"));
        for (int i = 0; i < args.length; i += 2) {
            if (!OPTIONS.contains(args[i])) {
                throw new IllegalArgumentException(
                        "option (" + args[i] + ") must be one of " + String.join(", ", OPTIONS));
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException("option (" + args[i] + ") must be followed by its value");
            }
            options = with(options, args[i], args[i + 1]);
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

    private static void run(MockOptions options) throws IOException, InterruptedException {
        MockServer.rehearse();
        MockServer server = MockServer.start(options.withHiccups());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "mock-close"));
        System.out.println("listening " + server.uri());
        System.out.flush();
        new CountDownLatch(1).await();
    }
}
