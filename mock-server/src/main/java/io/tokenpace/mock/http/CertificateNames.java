package io.tokenpace.mock.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server's certificate calls it by, so that a client which checks the name is content whichever way it comes.
 *
 * @param domains names, such as {@code localhost}
 * @param addresses numbers, such as {@code 127.0.0.1}
 */
record CertificateNames(Set<String> domains, Set<String> addresses) {
    /** What a certificate may hold: letters, digits and hyphens between dots; a machine may be called otherwise. */
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*");

    private static final Set<String> ANY_ADDRESS = Set.of("0.0.0.0", "::");

    /** The names of this machine that anybody has, the one it is bound by, and its own, if it has one. */
    static CertificateNames of(String boundHost, String machine) {
        Set<String> domains = new LinkedHashSet<>();
        Set<String> addresses = new LinkedHashSet<>();
        Stream.of("localhost", "127.0.0.1", "::1", boundHost, machine).forEach(name -> {
            if (NetUtil.isValidIpV4Address(name) || NetUtil.isValidIpV6Address(name)) {
                addresses.add(name);
            } else if (DOMAIN.matcher(name).matches()) {
                domains.add(name);
            }
        });
        addresses.removeAll(ANY_ADDRESS);
        return new CertificateNames(domains, addresses);
    }

    /** Returns the machine's own name; {@code localhost} where it cannot be told. */
    static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
