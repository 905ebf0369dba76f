package io.tokenpace.bench.wire.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One header, looked at where it lies. It is used again for the next one. */
public final class HeaderLine {
    private static final int SHOWN_BYTES = 40;
    private static final boolean[] NAME_BYTES = nameBytes();

    private static final byte[] NONE = {};

    private byte[] bytes = NONE;
    private int nameEnd;
    private int valueStart;
    private int valueEnd;

    /** Finds name and value in a line that is not empty. */
    void parse(byte[] line, int length) throws MalformedAnswerException {
        bytes = line;
        nameEnd = 0;
        while (nameEnd < length && isOfName(line[nameEnd])) {
            nameEnd++;
        }
        if (nameEnd == 0 || nameEnd == length || line[nameEnd] != ':') {
            throw new MalformedAnswerException("a line of a head that is no header: " + shown(0, length));
        }
        valueStart = nameEnd + 1;
        valueEnd = length;
        trim();
        for (int i = valueStart; i < valueEnd; i++) {
            if (isControl(line[i])) {
                throw new MalformedAnswerException("a control character in the header " + shown(0, nameEnd));
            }
        }
    }

    /** Lets go of the line. */
    void forget() {
        bytes = NONE;
    }

    private void trim() {
        while (valueStart < valueEnd && isBlank(bytes[valueStart])) {
            valueStart++;
        }
        while (valueEnd > valueStart && isBlank(bytes[valueEnd - 1])) {
            valueEnd--;
        }
    }

    /** Returns whether this is its name, which must be given in lower case. */
    public boolean isNamed(String name) {
        return nameEnd == name.length() && nameBegins(name);
    }

    /** Returns whether its name begins like this, which must be given in lower case. */
    public boolean nameBegins(String beginning) {
        return nameEnd >= beginning.length() && isAt(0, beginning);
    }

    /** Returns how long its name is. */
    public int nameLength() {
        return nameEnd;
    }

    /** Returns whether this is its value, in whatever case; it must be given in lower case. */
    boolean isValued(String value) {
        return valueEnd - valueStart == value.length() && isAt(valueStart, value);
    }

    /** Returns whether its value is this, or this with parameters behind a semicolon. */
    boolean isOfType(String type) {
        return isBetween(valueStart, find(';', valueStart), type);
    }

    /** Returns whether this is one of the words of its value, which commas part. */
    boolean hasWord(String word) {
        int start = valueStart;
        while (start < valueEnd) {
            int end = find(',', start);
            if (isBetween(start, end, word)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private int find(char mark, int from) {
        int at = from;
        while (at < valueEnd && bytes[at] != mark) {
            at++;
        }
        return at;
    }

    /** Returns whether there is nothing but these letters and blanks around them. */
    private boolean isBetween(int from, int to, String lowerCase) {
        int start = from;
        int end = to;
        while (start < end && isBlank(bytes[start])) {
            start++;
        }
        while (end > start && isBlank(bytes[end - 1])) {
            end--;
        }
        return end - start == lowerCase.length() && isAt(start, lowerCase);
    }

    /** Returns its value as a number without a sign. */
    long number() throws MalformedAnswerException {
        long number = 0;
        for (int i = valueStart; i < valueEnd; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
                throw new MalformedAnswerException(this + " must be a number from 0 to " + Long.MAX_VALUE);
            }
            number = 10 * number + digit;
        }
        if (valueStart == valueEnd) {
            throw new MalformedAnswerException(this + " must be a number from 0 to " + Long.MAX_VALUE);
        }
        return number;
    }

    int valueLength() {
        return valueEnd - valueStart;
    }

    void copyName(byte[] to, int at) {
        for (int i = 0; i < nameEnd; i++) {
            to[at + i] = (byte) lower(bytes[i]);
        }
    }

    void copyValue(byte[] to, int at, int count) {
        System.arraycopy(bytes, valueStart, to, at, count);
    }

    /** Names the header and its value, as far as they are short and can be shown. */
    @Override
    public String toString() {
        return shown(0, nameEnd).toLowerCase(Locale.ROOT) + " (" + shown(valueStart, valueEnd) + ")";
    }

    private String shown(int from, int to) {
        int end = Math.min(to, from + SHOWN_BYTES);
        StringBuilder text = new StringBuilder(new String(bytes, from, end - from, StandardCharsets.ISO_8859_1));
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                text.setCharAt(i, '?');
            }
        }
        return end < to ? text + "…" : text.toString();
    }

    private boolean isAt(int start, String lowerCase) {
        for (int i = 0; i < lowerCase.length(); i++) {
            if (lower(bytes[start + i]) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }

    private static boolean isBlank(byte next) {
        return next == ' ' || next == '\t';
    }

    /** Returns whether no line may hold it but as its end. */
    static boolean isControl(byte next) {
        return (next >= 0 && next < ' ' && next != '\t') || next == 0x7f;
    }

    /** Returns whether a name may hold it, or a word of another sort. */
    static boolean isOfName(byte next) {
        return next >= 0 && NAME_BYTES[next];
    }

    private static boolean[] nameBytes() {
        boolean[] allowed = new boolean[128];
        for (char next = 0; next < 128; next++) {
            allowed[next] = Character.isLetterOrDigit(next) || "!#$%&'*+-.^_`|~".indexOf(next) >= 0;
        }
        return allowed;
    }
}
