package io.tokenpace.bench.client;

import io.tokenpace.bench.wire.http.HeaderLine;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the headers of an answer tell beside the answer itself: its number at the service, and the service's limits. They
 * are a stranger's words, and so are bounded in number and size, and hold visible ASCII only. They are kept as they came,
 * and looked into only where somebody asks.
 */
public final class AnswerHeaders {
    static final AnswerHeaders NONE = new AnswerHeaders(new byte[0]);

    private static final int MOST_HEADERS = 32;
    private static final int MOST_NAME_CHARS = 64;
    private static final int MOST_VALUE_CHARS = 200;

    private static final List<String> REQUEST_IDS = List.of("request-id", "x-request-id");
    private static final List<String> NAMES = List.of("retry-after", "retry-after-ms", "x-should-retry");
    private static final List<String> BEGINNINGS = List.of("anthropic-ratelimit-", "x-ratelimit-");

    private final byte[] lines;

    private AnswerHeaders(byte[] lines) {
        this.lines = lines;
    }

    /** Returns the headers that these lines of {@code name:value} hold. */
    static AnswerHeaders of(byte[] lines) {
        return lines.length == 0 ? NONE : new AnswerHeaders(lines);
    }

    /** Returns whether a header tells anything that is looked for here. */
    static boolean tells(HeaderLine header) {
        // By their numbers, since an iterator would be an object a header.
        for (int i = 0; i < REQUEST_IDS.size(); i++) {
            if (header.isNamed(REQUEST_IDS.get(i))) {
                return true;
            }
        }
        return header.nameLength() <= MOST_NAME_CHARS && isOfLimits(header);
    }

    private static boolean isOfLimits(HeaderLine header) {
        for (int i = 0; i < NAMES.size(); i++) {
            if (header.isNamed(NAMES.get(i))) {
                return true;
            }
        }
        for (int i = 0; i < BEGINNINGS.size(); i++) {
            if (header.nameBegins(BEGINNINGS.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the number by which the service's operators find the request. */
    public Optional<String> requestId() {
        for (String name : REQUEST_IDS) {
            Optional<String> value = lines().filter(line -> name.equals(nameOf(line)))
                    .map(AnswerHeaders::valueOf)
                    .findFirst();
            if (value.isPresent() && !value.get().isBlank()) {
                return value;
            }
        }
        return Optional.empty();
    }

    /** Returns what the service says of its limits and of trying again, names in lower case; of a repeated one the first. */
    public Map<String, String> limits() {
        Map<String, String> limits = new LinkedHashMap<>();
        lines().filter(line -> !REQUEST_IDS.contains(nameOf(line))).forEach(line -> {
            if (limits.size() < MOST_HEADERS) {
                limits.putIfAbsent(nameOf(line), valueOf(line));
            }
        });
        return limits;
    }

    private Stream<String> lines() {
        return new String(lines, StandardCharsets.ISO_8859_1).lines();
    }

    private static String nameOf(String line) {
        return line.substring(0, line.indexOf(':'));
    }

    /** Writes what is no visible ASCII as {@code \x1b}, since it may steer a terminal or turn what is read after it. */
    private static String valueOf(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = line.indexOf(':') + 1; i < line.length() && text.length() < MOST_VALUE_CHARS; i++) {
            char next = line.charAt(i);
            if (next >= ' ' && next <= '~') {
                text.append(next);
            } else {
                text.append(String.format(Locale.ROOT, "\\x%02x", (int) next));
            }
        }
        return text.toString();
    }
}
