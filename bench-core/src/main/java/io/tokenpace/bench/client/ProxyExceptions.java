package io.tokenpace.bench.client;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Who is reached without a proxy: names with all below them, addresses, blocks of addresses, or everybody.
 *
 * @param entries what stands between the commas
 */
public record ProxyExceptions(List<ProxyExemption> entries) {
    static final ProxyExceptions NOBODY = new ProxyExceptions(List.of());
    /** This machine. */
    static final String LOOPBACK = "localhost,127.0.0.0/8,::1";

    public ProxyExceptions {
        entries = List.copyOf(entries);
    }

    /** Reads a list as in {@code no_proxy}: {@code .example.com, host:8080, 10.0.0.0/8, [::1]} or {@code *}. */
    static ProxyExceptions of(String list) {
        return new ProxyExceptions(Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(entry -> !entry.isEmpty())
                .map(ProxyExemption::parse)
                .toList());
    }

    boolean cover(String host, int port) {
        String lower = host.toLowerCase(Locale.ROOT);
        return entries.stream().anyMatch(entry -> entry.covers(lower, port));
    }
}
