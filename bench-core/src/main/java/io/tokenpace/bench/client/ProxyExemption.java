package io.tokenpace.bench.client;

import io.netty.util.NetUtil;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of {@code no_proxy}.
 *
 * @param host a name, without the dot or the asterisk before it; an address; or * for everybody
 * @param prefixBits how many leading bits of the address count, or −1 for all of them
 * @param port the only port that is meant, or 0 for any
 */
record ProxyExemption(String host, int prefixBits, int port) {
    private static final String EVERYBODY = "*";
    private static final Pattern BLOCK = Pattern.compile("(.+)/(\\d{1,3})");
    private static final Pattern WITH_PORT = Pattern.compile("\\[?([^\\[\\]]+?)]?:(\\d{1,5})");

    /** Reads an entry in lower case. One that makes no sense is taken for a name, which nobody has. */
    static ProxyExemption parse(String entry) {
        Matcher block = BLOCK.matcher(entry);
        if (block.matches() && address(block.group(1)).isPresent()) {
            return new ProxyExemption(block.group(1), Integer.parseInt(block.group(2)), 0);
        }
        String bare = entry.replaceFirst("^\\[(.*)]$", "$1");
        if (address(bare).isPresent()) {
            return new ProxyExemption(bare, -1, 0);
        }
        Matcher withPort = WITH_PORT.matcher(entry);
        String host = withPort.matches() ? withPort.group(1) : bare;
        return new ProxyExemption(
                host.replaceFirst("^\\*?\\.", ""), -1, withPort.matches() ? Integer.parseInt(withPort.group(2)) : 0);
    }

    /** Returns whether a host in lower case is meant. */
    boolean covers(String name, int itsPort) {
        if (port != 0 && port != itsPort) {
            return false;
        }
        return host.equals(EVERYBODY) || name.equals(host) || name.endsWith("." + host) || coversAddress(name);
    }

    private boolean coversAddress(String name) {
        Optional<byte[]> own = address(host);
        Optional<byte[]> other = address(name);
        if (own.isEmpty() || other.isEmpty() || own.get().length != other.get().length) {
            return false;
        }
        int bits = own.get().length * Byte.SIZE;
        int ignored = prefixBits < 0 ? 0 : bits - Math.min(bits, prefixBits);
        BigInteger difference = new BigInteger(1, own.get()).xor(new BigInteger(1, other.get()));
        return difference.shiftRight(ignored).signum() == 0;
    }

    /** Returns the bytes of an address; nothing for a name, which is not looked up. */
    private static Optional<byte[]> address(String text) {
        return Optional.ofNullable(NetUtil.createByteArrayFromIpAddressString(text));
    }
}
