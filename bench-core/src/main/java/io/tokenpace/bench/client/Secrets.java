package io.tokenpace.bench.client;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must never be told: a service may repeat a key in its refusal, and a refusal is reported in its own words. */
public final class Secrets {
    public static final Secrets NONE = new Secrets(List.of());

    /** A shorter value would be found by chance, and its hiding would tell it. */
    private static final int SHORTEST_CHARS = 6;

    private static final String HIDDEN = "[hidden]";
    /** Headers that are made of several values, each of which may be repeated without the others. */
    private static final Set<String> OF_PARTS = Set.of("authorization", "proxy-authorization", "cookie");
    /** A value that has a name, in quotes or not. */
    private static final Pattern NAMED_PART = Pattern.compile("=\\s*\"?([^\";,\\s]+)");

    private final List<String> values;

    private Secrets(List<String> values) {
        this.values = values;
    }

    /** Returns the secrets that headers hold: their values, what follows the scheme of a credential, and its parts. */
    public static Secrets of(List<Header> headers) {
        return ofValues(headers.stream().flatMap(Secrets::values));
    }

    private static Stream<String> values(Header header) {
        Stream<String> whole = Stream.of(header.value());
        return OF_PARTS.contains(header.name().toLowerCase(Locale.ROOT))
                ? Stream.concat(
                        whole, NAMED_PART.matcher(header.value()).results().map(part -> part.group(1)))
                : whole;
    }

    /** Returns what must not be told of the way to a target: its headers, and the accounts at its proxies. */
    static Secrets of(Target target) {
        Stream<Proxy> proxies =
                Stream.concat(target.proxies().forHttp().stream(), target.proxies().forHttps().stream());
        Stream<String> accounts = proxies.flatMap(
                proxy -> Stream.concat(Stream.of(proxy.password()), proxy.authorization().map(Header::value).stream()));
        return ofValues(Stream.concat(target.headers().stream().flatMap(Secrets::values), accounts));
    }

    private static Secrets ofValues(Stream<String> values) {
        return new Secrets(values.map(String::strip)
                .flatMap(value -> Stream.of(value, value.substring(value.lastIndexOf(' ') + 1)))
                .filter(value -> value.length() >= SHORTEST_CHARS)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** Returns the text with every secret in it hidden. */
    public String hide(String text) {
        String safe = text;
        for (String value : values) {
            safe = safe.replace(value, HIDDEN);
        }
        return safe;
    }

    /** Returns how many there are, and no more. */
    @Override
    public String toString() {
        return values.size() + " secrets";
    }
}
