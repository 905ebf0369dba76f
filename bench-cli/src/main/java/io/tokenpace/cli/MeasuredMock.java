package io.tokenpace.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tokenpace.mock.MockOptions;
import io.tokenpace.mock.MockServer;
import io.tokenpace.mock.profile.Profile;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * The mock as the process that a calibration measures: it tells where it listens and where its truth is written, and
 * serves for as long as its standard input is open. That ends with the process at its other end, however that one ends.
 */
final class MeasuredMock {
    /** What the lines on standard output begin with. */
    static final String TRUTH = "truth ";

    static final String LISTENING = "listening ";

    private static final double NANOS_PER_MILLI = 1e6;

    private MeasuredMock() {}

    /** Takes the time from one token to the next, in nanoseconds. */
    public static void main(String[] args) throws IOException {
        Path truth = Files.createTempFile("tokenpace-truth", ".jsonl");
        // Whoever reads it deletes it once it is open; this is for a reader who is gone before.
        truth.toFile().deleteOnExit();
        MockOptions options = MockOptions.of(profile(Duration.ofNanos(Long.parseLong(args[0]))))
                .withGrace(Duration.ZERO)
                .withTruthLog(truth);
        MockServer.rehearse(options);
        try (MockServer server = MockServer.start(options)) {
            PrintStream out = new PrintStream(System.out, true, UTF_8);
            out.println(TRUTH + truth);
            out.println(LISTENING + server.uri());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /**
     * The first token comes after half a pace to one and a half, so that no two users stay in step: drawn, since users
     * whose starts lie a whole number of paces apart would otherwise all be due at one instant.
     */
    static Profile profile(Duration pace) throws IOException {
        double millis = pace.toNanos() / NANOS_PER_MILLI;
        Path file = Files.createTempFile("tokenpace-profile", ".yaml");
        try {
            Files.writeString(file, String.format(Locale.ROOT, """
                            name: calibration
                            source: none; an even pace, for calibrating whoever measures
                            prefill: {fixed: {uniform: {min: %.6fms, max: %.6fms}}}
                            decode: {token_time: %.6fms}
                            """, millis / 2, millis * 3 / 2, millis));
            return Profiles.load(file.toString());
        } finally {
            Files.delete(file);
        }
    }
}
