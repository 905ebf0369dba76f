package io.tokenpace.bench.run;

import io.tokenpace.bench.client.Proxy;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.result.Manifest;
import java.util.List;
import java.util.Locale;

/** Says in one line why a target is unusable, and what to do about it: by how its answer to one small request failed. */
final class Diagnosis {
    private final Manifest manifest;
    private final String path;
    private final List<Proxy> forwarding;

    /**
     * @param path where the API's requests go below the target
     * @param forwarding the proxies that are handed whole requests, and may refuse them as the service would
     */
    Diagnosis(Manifest manifest, String path, List<Proxy> forwarding) {
        this.manifest = manifest;
        this.path = path;
        this.forwarding = List.copyOf(forwarding);
    }

    /**
     * Returns the line.
     *
     * @param status of the refusal; 0 where no head came
     * @param words the service's or the system's own
     */
    String of(ErrorKind kind, int status, String words) {
        return switch (kind) {
            case CONNECT -> unreachable(words);
            case TLS ->
                target() + " cannot be trusted: " + words
                        + "; --ca FILE trusts the certificate's issuer, --insecure anyone";
            case HTTP_4XX -> refusal(status, words);
            case RATE_LIMITED -> "the service takes no more requests now (429); wait, or raise its limits";
            case OVERLOADED -> "the service is in trouble (" + status + "), whatever it is asked";
            case HTTP_5XX -> "the service" + orProxy() + " is in trouble (" + status + "), whatever it is asked";
            case MALFORMED, TRUNCATED ->
                target() + " answers, but not as the API " + manifest.api()
                        + " does; is another --api or another path right?";
            case FIRST_TOKEN_TIMEOUT, IDLE_TIMEOUT, TIMEOUT ->
                target() + " took the request but did not answer it in time; see --first-token-timeout";
            case RESET, STREAM_ERROR, CLIENT -> "the target did not answer one small request";
            case CANCELLED -> "the run was interrupted before the target had answered one small request";
        };
    }

    /** What kept the load away from the target may be a proxy, which then is named. */
    private String unreachable(String words) {
        return words.startsWith("the proxy ")
                ? target() + " cannot be reached: " + words
                : target() + " cannot be reached; is the service running there?";
    }

    /** Nothing in an answer proves who speaks. */
    private String orProxy() {
        return forwarding.isEmpty()
                ? ""
                : ", or the proxy "
                        + String.join(
                                " or ", forwarding.stream().map(Proxy::toString).toList()) + " before it,";
    }

    private String refusal(int status, String words) {
        return switch (status) {
            case 401 ->
                "the service does not know the key (401); set " + keyVariable()
                        + ", or name the variable that holds it with --api-key-env";
            case 403 ->
                forwarding.isEmpty()
                        ? "the key may not do this (403)"
                        : "the service" + orProxy() + " does not allow this (403): by the key, or by where it goes";
            case 404, 405 -> namesModel(words) ? model(status) : path(status);
            case 400, 422 ->
                namesModel(words)
                        ? model(status)
                        : "the service refuses the request (" + status + "): is " + manifest.api() + " its --api?";
            default -> "the service refuses the request (" + status + ")";
        };
    }

    private boolean namesModel(String words) {
        return words.toLowerCase(Locale.ROOT).contains("model");
    }

    private String model(int status) {
        return "the service has no model '" + manifest.model() + "' (" + status + "); name one with --model";
    }

    private String path(int status) {
        String hint = manifest.api().equals("anthropic")
                ? "the base of Anthropic's API does not include /v1, and other services need --api openai-chat"
                : "the base of an OpenAI-compatible service ends in /v1, and Anthropic's API needs --api anthropic";
        return "there is no " + path + " at " + target() + " (" + status + "): " + hint;
    }

    private String keyVariable() {
        return manifest.api().equals("anthropic") ? "ANTHROPIC_API_KEY" : "OPENAI_API_KEY";
    }

    private String target() {
        return manifest.target();
    }
}
