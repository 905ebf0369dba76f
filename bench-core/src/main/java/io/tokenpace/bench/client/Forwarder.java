package io.tokenpace.bench.client;

import java.util.Set;

/** A proxy that is handed whole requests to pass on. What comes back may be its own word as well as the service's. */
record Forwarder(Proxy proxy) {
    private static final int WANTS_ACCOUNT = 407;
    /** What proxies say by themselves: this one is not let through, or the service behind them is not to be had. */
    private static final Set<Integer> EITHERS = Set.of(403, 502, 503, 504);

    /** Returns the words of a refusal with a name to whoever may have said them. */
    String describe(int status, String words) {
        if (status == WANTS_ACCOUNT) {
            return proxy.refusalOfAccount();
        }
        if (!EITHERS.contains(status)) {
            return words;
        }
        String speakers = "HTTP " + status + " through the proxy " + proxy + " (it, or the service behind it)";
        return words.isEmpty() ? speakers : speakers + ": " + words;
    }
}
