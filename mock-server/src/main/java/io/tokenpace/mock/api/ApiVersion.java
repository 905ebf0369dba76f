package io.tokenpace.mock.api;

import java.util.Arrays;
import java.util.Optional;

/** The versions of the API that a request's {@code anthropic-version} header may name. */
public enum ApiVersion {
    V2023_06_01("2023-06-01"),
    /** Takes no sampling parameters, no documents in assistant messages and no citations on a user's text. */
    V2026_10_21("2026-10-21");

    private final String header;

    ApiVersion(String header) {
        this.header = header;
    }

    /** Returns the version that a header names. */
    public static ApiVersion of(Optional<String> header) throws RefusedException {
        Refusal.require(header.isPresent(), "anthropic-version: header is required");
        String named = header.orElseThrow();
        return Arrays.stream(values())
                .filter(version -> version.header.equals(named))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        Refusal.invalid("anthropic-version: \"" + named + "\" is not a valid version")));
    }

    boolean hasSampling() {
        return this == V2023_06_01;
    }
}
