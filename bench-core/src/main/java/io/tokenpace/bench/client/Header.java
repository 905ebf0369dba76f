package io.tokenpace.bench.client;

import java.util.regex.Pattern;

/**
 * A header that every request carries. Its value may be a secret, and so is never told.
 *
 * @param name as HTTP allows it
 * @param value visible ASCII and spaces
 */
public record Header(String name, String value) {
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    public Header {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a header's name must be letters, digits and dashes, as in X-Team");
        }
        if (value.isBlank() || value.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("the value of header " + name + " must be visible ASCII, in one line");
        }
    }

    /** Returns the name alone. */
    @Override
    public String toString() {
        return name + ": …";
    }
}
