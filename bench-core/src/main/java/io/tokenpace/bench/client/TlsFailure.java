package io.tokenpace.bench.client;

import io.netty.handler.ssl.NotSslRecordException;
import java.nio.channels.ClosedChannelException;
import java.security.SignatureException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Says in one sentence why a TLS handshake failed. The libraries wrap the reason several times, each its own way. */
final class TlsFailure {
    private static final int DEEPEST = 12;

    private TlsFailure() {}

    static String describe(Throwable failure, String host) {
        List<Throwable> all = unwrapped(failure);
        if (has(all, NotSslRecordException.class)) {
            return "the service answered in plain http";
        }
        if (has(all, CertificateExpiredException.class)) {
            return "the service's certificate has expired";
        }
        if (has(all, CertificateNotYetValidException.class)) {
            return "the service's certificate is not valid yet";
        }
        if (has(all, CertPathBuilderException.class) || has(all, SignatureException.class)) {
            return "the service's certificate was signed by nobody who is trusted here; --ca FILE names whom to trust";
        }
        if (all.stream().anyMatch(TlsFailure::isAboutTheName)) {
            return "the service's certificate is not one for " + host;
        }
        if (has(all, ClosedChannelException.class)) {
            return "the service closed the connection within the TLS handshake";
        }
        return "the TLS handshake failed: " + all.get(all.size() - 1).getMessage();
    }

    /** Java has no class for it. */
    private static boolean isAboutTheName(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof CertificateException
                && (message.startsWith("No subject alternative") || message.startsWith("No name matching"));
    }

    private static boolean has(List<Throwable> all, Class<? extends Throwable> type) {
        return all.stream().anyMatch(type::isInstance);
    }

    private static List<Throwable> unwrapped(Throwable failure) {
        List<Throwable> all = new ArrayList<>(List.of(failure));
        for (int i = 0; i < all.size() && i < DEEPEST; i++) {
            Throwable outer = all.get(i);
            if (outer.getCause() != null) {
                all.add(outer.getCause());
            }
            all.addAll(Arrays.asList(outer.getSuppressed()));
        }
        return all;
    }
}
