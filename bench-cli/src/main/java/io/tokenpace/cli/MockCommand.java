package io.tokenpace.cli;

import io.tokenpace.mock.MockOptions;
import io.tokenpace.mock.MockServer;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        MockServer.rehearse();
        MockServer server = start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "mock-close"));
        spec.commandLine().getOut().println("listening " + server.uri());
        spec.commandLine().getOut().flush();
        new CountDownLatch(1).await();
        return ExitCode.GOOD;
    }

    private MockServer start() {
        try {
            MockOptions options = MockOptions.of(Profiles.load(profile))
                    .withHost(host)
                    .withPort(port)
                    .withTimeScale(timeScale)
                    .withSeed(seed)
                    .withHiccups();
            return MockServer.start(truthLog == null ? options : options.withTruthLog(truthLog));
        } catch (IllegalArgumentException | IOException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
