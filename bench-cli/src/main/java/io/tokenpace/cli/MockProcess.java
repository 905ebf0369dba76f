package io.tokenpace.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tokenpace.bench.client.Endpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A {@link MeasuredMock} in a process of its own, which shares nothing with the client but the machine and its clock.
 *
 * <p>Its truth is a file without a name: it is deleted as soon as it is open, so that nothing is left of it whichever of
 * the two processes ends first, and however.
 */
final class MockProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;
    private static final int MOST_LINES = 20;

    private final Process process;
    private final Endpoint endpoint;
    private final TruthReader truth;

    private MockProcess(Process process, Endpoint endpoint, TruthReader truth) {
        this.process = process;
        this.endpoint = endpoint;
        this.truth = truth;
    }

    /** Starts one, which accepts connections when this returns. */
    static MockProcess start(Duration pace) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xms256m",
                        "-Xmn192m",
                        "-XX:MetaspaceSize=96m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MeasuredMock.class.getName(),
                        Long.toString(pace.toNanos())))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
            Path file = Path.of(told(lines, MeasuredMock.TRUTH));
            TruthReader truth = new TruthReader(Files.newInputStream(file));
            Files.delete(file);
            String uri = told(lines, MeasuredMock.LISTENING);
            return new MockProcess(process, Endpoint.parse(uri + Api.ANTHROPIC.mockBase()), truth);
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** A virtual machine may have lines of its own to say before. */
    private static String told(BufferedReader lines, String beginning) throws IOException {
        for (int i = 0; i < MOST_LINES; i++) {
            String line = lines.readLine();
            if (line == null) {
                break;
            }
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
        }
        throw new IOException("the mock's process ended before it listened");
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** Returns what it tells of the answers that have ended. */
    TruthReader truth() {
        return truth;
    }

    /** Returns the processor time that it has taken; none where the system does not tell. */
    Duration processorTime() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() throws IOException {
        truth.close();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
