package io.tokenpace.bench.report.html;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * The characters that JSON inside a page must not hold as they are: with them a service's text could close the element
 * it stands in, or a line of the script.
 */
final class HtmlEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1;
    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';

    private final int[] ascii = standardAsciiEscapesForJSON();

    HtmlEscapes() {
        ascii['<'] = ESCAPE_STANDARD;
        ascii['>'] = ESCAPE_STANDARD;
        ascii['&'] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii.clone();
    }

    /** Returns null, as the caller wants it, for a character that may stand as it is. */
    @Override
    public SerializableString getEscapeSequence(int character) {
        return switch (character) {
            case LINE_SEPARATOR -> new SerializedString("\\u2028");
            case PARAGRAPH_SEPARATOR -> new SerializedString("\\u2029");
            default -> null;
        };
    }
}
