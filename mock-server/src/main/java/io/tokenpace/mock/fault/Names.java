package io.tokenpace.mock.fault;

import java.util.Locale;

/** How the constants of an enum are written. */
final class Names {
    private Names() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
