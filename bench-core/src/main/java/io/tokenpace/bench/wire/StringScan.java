package io.tokenpace.bench.wire;

/**
 * Measures JSON strings where they lie, in the characters that a parser would make of them. It is sure only of what is
 * sound beyond doubt; a parser has the last word on everything else.
 */
final class StringScan {
    /** Stands for a string that does not end, or holds something that only a parser should judge. */
    static final long UNSURE = -1;

    private static final int NO_UNIT = 0;
    private static final int SHORT_ESCAPE = 2;
    private static final int CODE_ESCAPE = 6;
    private static final int PAIR_BYTES = 4;

    private StringScan() {}

    /**
     * Measures the string whose first character lies at {@code from}.
     *
     * @return what {@link #quote} and {@link #chars} take apart, or {@link #UNSURE}
     */
    static long measure(byte[] bytes, int from, int end) {
        int surplus = 0;
        int at = from;
        while (at < end) {
            byte next = bytes[at];
            if (next >= ' ' && next != '"' && next != '\\') {
                at++;
            } else if (next == '"') {
                return (long) at << Integer.SIZE | (at - from - surplus);
            } else {
                int unit = next == '\\' ? escape(bytes, at, end) : sequence(bytes, at, end);
                if (unit == NO_UNIT) {
                    return UNSURE;
                }
                // Nothing else is of four bytes, and only that makes two characters.
                surplus += unit == PAIR_BYTES ? PAIR_BYTES - 2 : unit - 1;
                at += unit;
            }
        }
        return UNSURE;
    }

    /** Returns where the closing quote of a measured string lies. */
    static int quote(long measured) {
        return (int) (measured >>> Integer.SIZE);
    }

    /** Returns how many UTF-16 units a measured string has. */
    static int chars(long measured) {
        return (int) measured;
    }

    private static int escape(byte[] bytes, int at, int end) {
        if (end - at < SHORT_ESCAPE) {
            return NO_UNIT;
        }
        return switch (bytes[at + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> SHORT_ESCAPE;
            case 'u' -> isCode(bytes, at, end) ? CODE_ESCAPE : NO_UNIT;
            default -> NO_UNIT;
        };
    }

    private static boolean isCode(byte[] bytes, int at, int end) {
        if (end - at < CODE_ESCAPE) {
            return false;
        }
        for (int i = SHORT_ESCAPE; i < CODE_ESCAPE; i++) {
            byte digit = bytes[at + i];
            boolean letter = (digit | 0x20) >= 'a' && (digit | 0x20) <= 'f';
            if (!letter && (digit < '0' || digit > '9')) {
                return false;
            }
        }
        return true;
    }

    /** Returns how many bytes a character outside ASCII takes. */
    private static int sequence(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xFF;
        int length = Integer.numberOfLeadingZeros(~(lead << (Byte.SIZE * 3)));
        if (length < 2 || length > PAIR_BYTES || end - at < length) {
            return NO_UNIT;
        }
        int point = lead & (0x7F >> length);
        for (int i = 1; i < length; i++) {
            byte next = bytes[at + i];
            if ((next & 0xC0) != 0x80) {
                return NO_UNIT;
            }
            point = point << 6 | (next & 0x3F);
        }
        return isShortest(point, length) && isCharacter(point) ? length : NO_UNIT;
    }

    private static boolean isShortest(int point, int length) {
        return point
                >= switch (length) {
                    case 2 -> 0x80;
                    case 3 -> 0x800;
                    default -> Character.MIN_SUPPLEMENTARY_CODE_POINT;
                };
    }

    private static boolean isCharacter(int point) {
        return point <= Character.MAX_CODE_POINT
                && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }
}
