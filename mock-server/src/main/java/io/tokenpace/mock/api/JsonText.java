package io.tokenpace.mock.api;

import tools.jackson.core.io.JsonStringEncoder;

/** Writes strings as JSON. */
final class JsonText {
    private JsonText() {}

    static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, out);
        return out.append('"').toString();
    }
}
