package io.tokenpace.cli;

import io.tokenpace.bench.client.Header;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What lets the requests in: keys and other headers. */
final class KeyOptions {
    private static final String ANTHROPIC_KEY = "ANTHROPIC_API_KEY";
    private static final String ANTHROPIC_TOKEN = "ANTHROPIC_AUTH_TOKEN";
    private static final String OPENAI_KEY = "OPENAI_API_KEY";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    @Option(
            names = "--api-key-env",
            paramLabel = "NAME",
            description =
                    "Take the API key from this environment variable (default: ANTHROPIC_API_KEY for the Anthropic"
                            + " API, OPENAI_API_KEY for the others; none where it is not set).")
    private String keyVariable;

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description =
                    "Read environment variables from this file, as in OPENAI_API_KEY=…; they win over those that are"
                            + " set (default: none).")
    private Path envFile;

    @Option(
            names = "--header",
            paramLabel = "'K: V'",
            description = "Send this header with every request; repeatable. $${NAME} in the value stands for an"
                    + " environment variable, which keeps it out of the process list.")
    private List<String> headers = new ArrayList<>();

    private final Map<String, String> environment = new HashMap<>(System.getenv());

    /** Returns the headers of every request to a service that speaks this API. */
    List<Header> headers(boolean anthropic) {
        if (envFile != null) {
            environment.putAll(EnvFile.read(envFile));
        }
        List<Header> all = new ArrayList<>();
        for (String text : headers) {
            all.add(header(text));
        }
        credentials(anthropic).stream()
                .filter(credential ->
                        all.stream().noneMatch(given -> given.name().equalsIgnoreCase(credential.name())))
                .forEach(all::add);
        return all;
    }

    /** Anthropic's newer SDKs send a bearer token and its older ones x-api-key; with both, every gateway finds one. */
    private List<Header> credentials(boolean anthropic) {
        if (keyVariable != null) {
            String key = variable(keyVariable)
                    .orElseThrow(() -> new IllegalArgumentException("--api-key-env (" + keyVariable
                            + ") must name an environment variable that is set, or stands in --env-file"));
            return credentials(anthropic, keyVariable, key);
        }
        Optional<String> token = variable(ANTHROPIC_TOKEN);
        if (anthropic && token.isPresent() && variable(ANTHROPIC_KEY).isEmpty()) {
            return List.of(secret("Authorization", "Bearer " + token.get(), ANTHROPIC_TOKEN));
        }
        String name = anthropic ? ANTHROPIC_KEY : OPENAI_KEY;
        return variable(name).map(key -> credentials(anthropic, name, key)).orElse(List.of());
    }

    private static List<Header> credentials(boolean anthropic, String variable, String key) {
        Header bearer = secret("Authorization", "Bearer " + key, variable);
        return anthropic ? List.of(secret("x-api-key", key, variable), bearer) : List.of(bearer);
    }

    private static Header secret(String name, String value, String variable) {
        try {
            return new Header(name, value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(variable + " must hold a key: visible ASCII, in one line", e);
        }
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private Header header(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("--header must be 'NAME: VALUE', as in 'X-Team: search'");
        }
        String name = text.substring(0, colon).strip();
        return new Header(name, expanded(text.substring(colon + 1).strip(), name));
    }

    private String expanded(String value, String header) {
        return VARIABLE.matcher(value).replaceAll(found -> {
            String name = found.group(1);
            return Matcher.quoteReplacement(variable(name)
                    .orElseThrow(() -> new IllegalArgumentException("--header " + header + ": ${" + name
                            + "} must name an environment variable that is set, or stands in --env-file")));
        });
    }
}
