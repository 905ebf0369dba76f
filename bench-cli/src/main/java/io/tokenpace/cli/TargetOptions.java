package io.tokenpace.cli;

import io.tokenpace.bench.client.Endpoint;
import io.tokenpace.bench.client.Timeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where the load goes. */
final class TargetOptions {
    static final String DEFAULT_PROFILE = "sonnet";
    private static final String ANY_MODEL = "default";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "URL",
            description = "The service's base URL: with the version for an OpenAI-compatible service, as in"
                    + " http://127.0.0.1:8000/v1; without it for Anthropic's API, where /v1/messages is appended."
                    + " Without a URL the embedded mock is measured.")
    private String positional;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The same, as an option; repeatable. Request i goes to the URL i mod n, the one without an"
                    + " option first.")
    private List<String> urls = new ArrayList<>();

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
            description = "The model to ask for (default: the first that the service lists).")
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

    /** Returns the endpoints of the service to measure; none where that is the embedded mock. */
    List<Endpoint> endpoints() {
        List<String> given = new ArrayList<>(urls);
        if (positional != null) {
            given.add(0, positional);
        }
        List<Endpoint> endpoints = given.stream().map(Endpoint::parse).toList();
        if (!given.isEmpty() && mock != null) {
            throw new IllegalArgumentException(
                    "URL (" + endpoints.get(0) + ") and --mock (" + mock + ") exclude each other");
        }
        return endpoints;
    }

    String profile() {
        return mock == null ? DEFAULT_PROFILE : mock;
    }

    /** Returns the API that was asked for, or else the one that the target most likely speaks. */
    Api api() {
        if (api != null) {
            return Api.ofLabel(api);
        }
        List<Endpoint> endpoints = endpoints();
        return endpoints.isEmpty() ? Api.ANTHROPIC : likely(endpoints);
    }

    /** A guess that not all urls agree with would send some of them requests, and a key, that are none of theirs. */
    private static Api likely(List<Endpoint> endpoints) {
        Api first = Api.likelyAt(endpoints.get(0).host());
        for (Endpoint other : endpoints) {
            Api its = Api.likelyAt(other.host());
            if (its != first) {
                throw new IllegalArgumentException("url (" + other + ") must speak the API of the first one: it is"
                        + " taken for " + its.label() + " and " + endpoints.get(0) + " for " + first.label()
                        + "; --api says which is right");
            }
        }
        return first;
    }

    /** Returns the model to ask for; until one is known, a name that services with one model take for theirs. */
    String model() {
        return Optional.ofNullable(model).orElse(ANY_MODEL);
    }

    boolean isModelNamed() {
        return model != null;
    }

    /** Takes the model that the service has named. */
    void useModel(String name) {
        model = name;
    }

    Timeouts timeouts() {
        return new Timeouts(connectTimeout, firstTokenTimeout, idleTimeout, timeout);
    }
}
