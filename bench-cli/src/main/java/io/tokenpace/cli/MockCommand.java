package io.tokenpace.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tokenpace.mock.MockOptions;
import io.tokenpace.mock.StandaloneServer;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench mock}: the mock server on its own. */
@Command(
        name = "mock",
        description = "Serves the timing of an LLM until it is stopped. Its first line on stdout names its address.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example: bench mock --profile lesson --port 8080"})
final class MockCommand implements Callable<Integer> {
    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "The port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE|FILE",
            defaultValue = TargetOptions.DEFAULT_PROFILE,
            description = "instant, metronome, lesson, sonnet, public-api, or a YAML file (default: ${DEFAULT-VALUE}).")
    private String profile;

    @Option(
            names = "--time-scale",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "Let time go faster than the profile says; at 2 everything takes half as long"
                    + " (default: ${DEFAULT-VALUE}).")
    private double timeScale;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Draw times and texts from this (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--truth-log",
            paramLabel = "FILE",
            description = "Write what was really sent, and when, as JSON Lines.")
    private Path truthLog;

    @Option(names = "--tls", description = "Speak HTTPS, with a certificate made at the start.")
    private boolean tls;

    @Option(
            names = "--tls-certificate",
            paramLabel = "FILE",
            description = "Write that certificate as PEM, for whoever is to trust it; implies --tls.")
    private Path tlsCertificate;

    @Option(
            names = "--grace",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = Durations.class,
            description = "Let answers under way go on for so long when told to stop (default: ${DEFAULT-VALUE}).")
    private Duration grace;

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            description =
                    "Refuse connections beyond so many at once (default: 60000, or what descriptors are left for).")
    private Integer maxConnections;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        try {
            PrintWriter err = new PrintWriter(System.err, true, UTF_8);
            StandaloneServer.run(options(), spec.commandLine().getOut(), err);
        } catch (IllegalArgumentException | IOException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        return ExitCode.GOOD;
    }

    private MockOptions options() {
        MockOptions options = MockOptions.of(Profiles.load(profile))
                .withHost(host)
                .withPort(port)
                .withTimeScale(timeScale)
                .withSeed(seed)
                .withGrace(grace)
                .withHiccups();
        options = truthLog == null ? options : options.withTruthLog(truthLog);
        options = tls ? options.withTls() : options;
        options = maxConnections == null ? options : options.withMaxConnections(maxConnections);
        return tlsCertificate == null ? options : options.withTlsCertificate(tlsCertificate);
    }
}
