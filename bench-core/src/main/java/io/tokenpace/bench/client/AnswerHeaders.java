package io.tokenpace.bench.client;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the headers of an answer tell beside the answer itself: its number at the service, and the service's limits. They
 * are a stranger's words, and so are bounded in number and size, and hold visible ASCII only.
 */
public final class AnswerHeaders {
    static final AnswerHeaders NONE = new AnswerHeaders(new DefaultHttpHeaders());

    private static final int MOST_HEADERS = 32;
    private static final int MOST_NAME_CHARS = 64;
    private static final int MOST_VALUE_CHARS = 200;

    private static final List<String> REQUEST_IDS = List.of("request-id", "x-request-id");
    private static final List<String> NAMES = List.of("retry-after", "retry-after-ms", "x-should-retry");
    private static final List<String> BEGINNINGS = List.of("anthropic-ratelimit-", "x-ratelimit-");

    private final HttpHeaders headers;

    AnswerHeaders(HttpHeaders headers) {
        this.headers = headers;
    }

    /** Returns the number by which the service's operators find the request. */
    public Optional<String> requestId() {
        for (String name : REQUEST_IDS) {
            String value = headers.get(name);
            if (value != null && !value.isBlank()) {
                return Optional.of(visible(value));
            }
        }
        return Optional.empty();
    }

    /** Returns what the service says of its limits and of trying again, names in lower case; of a repeated one the first. */
    public Map<String, String> limits() {
        Map<String, String> limits = new LinkedHashMap<>();
        Iterator<Map.Entry<CharSequence, CharSequence>> all = headers.iteratorCharSequence();
        while (all.hasNext() && limits.size() < MOST_HEADERS) {
            Map.Entry<CharSequence, CharSequence> header = all.next();
            String name = header.getKey().toString().toLowerCase(Locale.ROOT);
            if (isOfLimits(name)) {
                limits.putIfAbsent(name, visible(header.getValue().toString()));
            }
        }
        return limits;
    }

    private static boolean isOfLimits(String name) {
        return name.length() <= MOST_NAME_CHARS
                && (NAMES.contains(name) || BEGINNINGS.stream().anyMatch(name::startsWith));
    }

    /** Writes what is no visible ASCII as {@code \x1b}, since it may steer a terminal or turn what is read after it. */
    private static String visible(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length() && text.length() < MOST_VALUE_CHARS; i++) {
            char next = value.charAt(i);
            if (next >= ' ' && next <= '~') {
                text.append(next);
            } else {
                text.append(String.format(Locale.ROOT, "\\x%02x", (int) next));
            }
        }
        return text.toString();
    }
}
