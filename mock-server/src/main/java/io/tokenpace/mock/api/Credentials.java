package io.tokenpace.mock.api;

import java.util.Optional;

/**
 * Checks who sends a request.
 *
 * <p>A key is not needed and any key will do, for nothing here costs money; only the key {@value #INVALID_KEY} is turned
 * away, so that a client can be tried with a key that the API does not know. Both headers are read, {@code x-api-key}
 * before {@code Authorization: Bearer}.
 */
public final class Credentials {
    private static final String INVALID_KEY = "invalid";
    private static final String BEARER = "bearer ";

    private Credentials() {}

    /** Returns unless the key that counts is the invalid one. */
    public static void require(Optional<String> apiKey, Optional<String> authorization) throws RefusedException {
        Optional<String> key = apiKey.or(() -> authorization.map(Credentials::bearer));
        if (key.filter(INVALID_KEY::equals).isPresent()) {
            throw new RefusedException(new Refusal(401, "authentication_error", "invalid x-api-key"));
        }
    }

    private static String bearer(String header) {
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : header;
    }
}
