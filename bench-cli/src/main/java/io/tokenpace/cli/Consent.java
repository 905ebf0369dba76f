package io.tokenpace.cli;

import io.tokenpace.bench.client.Endpoint;
import io.tokenpace.bench.client.Proxy;
import io.tokenpace.bench.client.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Asks whether a run that may cost something is to go on, where there is somebody to be asked. */
final class Consent {
    private static final Set<String> AGREED = Set.of("y", "yes");

    private final PrintWriter err;
    private final Reader in;
    private final boolean terminal;

    /** @param terminal whether somebody reads and types there */
    Consent(PrintWriter err, Reader in, boolean terminal) {
        this.err = err;
        this.in = in;
        this.terminal = terminal;
    }

    /** Returns the one that asks at the terminal of this process, if the launcher has found one. */
    static Consent ofProcess(PrintWriter err) {
        return new Consent(
                err, new InputStreamReader(System.in, Charset.defaultCharset()), Boolean.getBoolean(Terminal.PROPERTY));
    }

    /**
     * Returns whether requests stay within this host: the services are there, and every proxy on the way to them. One
     * elsewhere sees whatever it is handed, and may take it anywhere.
     */
    static boolean isNeedless(Target target) {
        Stream<String> services = target.endpoints().stream().map(Endpoint::host);
        Stream<String> proxies = target.proxiesInUse().stream().map(Proxy::host);
        return Stream.concat(services, proxies).allMatch(Consent::isNeedless);
    }

    /** Returns who is sent the requests, and who sees them on the way. */
    static String destination(Target target) {
        List<String> proxies =
                target.proxiesInUse().stream().map(Proxy::toString).toList();
        return proxies.isEmpty() ? target.toString() : target + " through the proxy " + String.join(" or ", proxies);
    }

    /** Returns whether a host is this one, by its name alone: a name elsewhere may stand for a loopback address too. */
    static boolean isNeedless(String host) {
        String bare = host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
        return bare.equals("localhost")
                || bare.equals("::1")
                || bare.equals("0:0:0:0:0:0:0:1")
                || bare.matches("127(\\.\\d{1,3}){3}");
    }

    /**
     * Returns whether the run is to go on.
     *
     * @param yes whether that was agreed to beforehand
     * @throws IllegalArgumentException if nobody can be asked
     */
    boolean isGiven(boolean yes) throws IOException {
        if (yes) {
            return true;
        }
        if (!terminal) {
            throw nobody();
        }
        err.print("Go on? [y/N] ");
        err.flush();
        String answer = new BufferedReader(in).readLine();
        if (answer == null) {
            err.println();
            throw nobody();
        }
        return AGREED.contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    private static IllegalArgumentException nobody() {
        return new IllegalArgumentException(
                "nothing was sent, as nobody could be asked: give --yes to agree to the above");
    }
}
