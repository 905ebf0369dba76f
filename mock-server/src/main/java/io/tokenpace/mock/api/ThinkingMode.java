package io.tokenpace.mock.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of thinking that a request can ask for. */
enum ThinkingMode {
    ENABLED,
    ADAPTIVE,
    DISABLED,
    BETWEEN_TOOLS;

    static Optional<ThinkingMode> of(String type) {
        return Arrays.stream(values()).filter(mode -> mode.type().equals(type)).findFirst();
    }

    String type() {
        return name().toLowerCase(Locale.ROOT);
    }
}
