package io.tokenpace.cli;

import io.tokenpace.bench.client.Endpoint;
import io.tokenpace.bench.client.Timeouts;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where the load goes. */
final class TargetOptions {
    static final String DEFAULT_PROFILE = "sonnet";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "URL",
            description = "The service's base URL: with the version for an OpenAI-compatible service, as in"
                    + " http://127.0.0.1:8000/v1; without it for Anthropic's API, where /v1/messages is appended."
                    + " Without a URL the embedded mock is measured.")
    private String positional;

    @Option(names = "--url", paramLabel = "URL", description = "The same, as an option.")
    private String url;

    @Option(
            names = "--mock",
            paramLabel = "PROFILE|FILE",
            description =
                    "Measure the embedded mock with this profile: instant, metronome, lesson, sonnet, public-api, or a"
                            + " YAML file (default: sonnet).")
    private String mock;

    @Option(
            names = "--api",
            paramLabel = "API",
            description = "The API to speak: anthropic, openai-chat or openai-completions (default: anthropic for"
                    + " api.anthropic.com and the embedded mock, else openai-chat).")
    private String api;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "The model to ask for (default: ${DEFAULT-VALUE}).")
    private String model;

    @Option(
            names = "--connect-timeout",
            paramLabel = "D",
            converter = Durations.class,
            defaultValue = "10s",
            description = "Give up opening a connection after this (default: ${DEFAULT-VALUE}).")
    private Duration connectTimeout;

    @Option(
            names = "--first-token-timeout",
            paramLabel = "D",
            converter = Durations.class,
            defaultValue = "2m",
            description = "Give a request up when no content has come after this (default: ${DEFAULT-VALUE}).")
    private Duration firstTokenTimeout;

    @Option(
            names = "--idle-timeout",
            paramLabel = "D",
            converter = Durations.class,
            defaultValue = "1m",
            description = "Give a request up when its answer falls silent for this long (default: ${DEFAULT-VALUE}).")
    private Duration idleTimeout;

    @Option(
            names = "--timeout",
            paramLabel = "D",
            converter = Durations.class,
            defaultValue = "10m",
            description = "Give a request up after this, whatever happens (default: ${DEFAULT-VALUE}).")
    private Duration timeout;

    /** Returns the service to measure, or nothing where that is the embedded mock. */
    Optional<Endpoint> endpoint() {
        if (positional != null && url != null) {
            throw new IllegalArgumentException("URL (" + positional + ") and --url (" + url + ") exclude each other");
        }
        String given = positional != null ? positional : url;
        if (given != null && mock != null) {
            throw new IllegalArgumentException("URL (" + given + ") and --mock (" + mock + ") exclude each other");
        }
        return Optional.ofNullable(given).map(Endpoint::parse);
    }

    String profile() {
        return mock == null ? DEFAULT_PROFILE : mock;
    }

    /** Returns the API that was asked for, or else the one that the target most likely speaks. */
    Api api() {
        if (api != null) {
            return Api.ofLabel(api);
        }
        return endpoint().map(service -> Api.likelyAt(service.host())).orElse(Api.ANTHROPIC);
    }

    String model() {
        return model;
    }

    Timeouts timeouts() {
        return new Timeouts(connectTimeout, firstTokenTimeout, idleTimeout, timeout);
    }
}
