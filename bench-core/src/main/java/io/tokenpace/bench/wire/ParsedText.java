package io.tokenpace.bench.wire;

import tools.jackson.core.JsonParser;

/** Looks at the string a parser stands at without building it. */
public final class ParsedText {
    private ParsedText() {}

    /** Returns whether the string is this one. */
    public static boolean is(JsonParser parser, String expected) {
        int length = expected.length();
        if (parser.getStringLength() != length) {
            return false;
        }
        char[] chars = parser.getStringCharacters();
        int offset = parser.getStringOffset();
        for (int i = 0; i < length; i++) {
            if (chars[offset + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
