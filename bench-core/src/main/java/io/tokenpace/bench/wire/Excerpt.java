package io.tokenpace.bench.wire;

import java.nio.charset.StandardCharsets;

/** The beginning of a text that could not be read, in one line, to be quoted in an error. */
public final class Excerpt {
    private static final int MOST_BYTES = 300;

    private Excerpt() {}

    public static String of(byte[] bytes, int offset, int length) {
        String text = new String(bytes, offset, Math.min(length, MOST_BYTES), StandardCharsets.UTF_8);
        return text.replaceAll("\\s+", " ").strip();
    }
}
