package io.tokenpace.bench.run;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.result.Manifest;
import java.util.Locale;

/** Says in one line why a target is unusable, and what to do about it: by how its answer to one small request failed. */
final class Diagnosis {
    private final Manifest manifest;
    private final String path;

    /** @param path where the API's requests go below the target */
    Diagnosis(Manifest manifest, String path) {
        this.manifest = manifest;
        this.path = path;
    }

    /**
     * Returns the line.
     *
     * @param status of the refusal; 0 where no head came
     * @param words the service's or the system's own
     */
    String of(ErrorKind kind, int status, String words) {
        return switch (kind) {
            case CONNECT -> target() + " cannot be reached; is the service running there?";
            case TLS ->
                target() + " cannot be trusted: " + words
                        + "; --ca FILE trusts the certificate's issuer, --insecure anyone";
            case HTTP_4XX -> refusal(status, words);
            case RATE_LIMITED -> "the service takes no more requests now (429); wait, or raise its limits";
            case OVERLOADED, HTTP_5XX -> "the service is in trouble (" + status + "), whatever it is asked";
            case MALFORMED, TRUNCATED ->
                target() + " answers, but not as the API " + manifest.api()
                        + " does; is another --api or another path right?";
            case FIRST_TOKEN_TIMEOUT, IDLE_TIMEOUT, TIMEOUT ->
                target() + " took the request but did not answer it in time; see --first-token-timeout";
            case RESET, STREAM_ERROR, CLIENT -> "the target did not answer one small request";
            case CANCELLED -> "the run was interrupted before the target had answered one small request";
        };
    }

    private String refusal(int status, String words) {
        return switch (status) {
            case 401 ->
                "the service does not know the key (401); set " + keyVariable()
                        + ", or name the variable that holds it with --api-key-env";
            case 403 -> "the key may not do this (403)";
            case 404, 405 -> namesModel(words) ? model(status) : path(status);
            case 400, 422 ->
                namesModel(words)
                        ? model(status)
                        : "the service refuses the request (" + status + "): is " + manifest.api() + " its --api?";
            case 407 -> "the proxy asks for a name and a password (407)";
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
