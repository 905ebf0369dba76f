package io.tokenpace.mock.text;

/**
 * The rule by which tokens are counted. It is no real model's tokenizer: it is one that anybody can compute.
 *
 * <ul>
 *   <li>A run of ASCII letters counts one token for every 12 letters begun: {@code word} is 1, 13 letters are 2.
 *   <li>A run of ASCII digits counts one for every 3 digits begun: {@code 2026} is 2.
 *   <li>Whitespace (space, tab, line feed, vertical tab, form feed, carriage return) counts one for each run of it,
 *       except that a run of exactly one space directly before a letter or a digit counts nothing.
 *   <li>Every other ASCII character counts one, control characters included.
 *   <li>Every code point beyond ASCII counts one, and so does half a surrogate pair on its own.
 * </ul>
 *
 * <p>In a prompt it is applied to each text on its own, and to each string in the definitions of tools; in an answer, to
 * its text and to the JSON text of a tool's input.
 *
 * <p>So {@code "Hello world, 12345!"} is {@code Hello| world|,| 123|45|!}, 6 tokens.
 */
public final class TokenCount {
    private static final int LETTERS_PER_TOKEN = 12;
    private static final int DIGITS_PER_TOKEN = 3;

    private TokenCount() {}

    /** Returns the tokens of {@code text}. */
    public static int of(CharSequence text) {
        int tokens = 0;
        int at = 0;
        while (at < text.length()) {
            int end = endOfRun(text, at);
            tokens += tokensOfRun(text, at, end);
            at = end;
        }
        return tokens;
    }

    /** Returns where the token that begins at {@code start} ends. */
    static int endOfToken(CharSequence text, int start) {
        int end = endOfRun(text, start);
        if (tokensOfRun(text, start, end) == 0) {
            return endOfToken(text, end);
        }
        if (isLetter(text.charAt(start))) {
            return Math.min(end, start + LETTERS_PER_TOKEN);
        }
        return isDigit(text.charAt(start)) ? Math.min(end, start + DIGITS_PER_TOKEN) : end;
    }

    /** Returns where the run that begins at {@code start} ends; what is no letter, digit or whitespace stands alone. */
    private static int endOfRun(CharSequence text, int start) {
        char first = text.charAt(start);
        int at = start + 1;
        if (isLetter(first)) {
            while (at < text.length() && isLetter(text.charAt(at))) {
                at++;
            }
        } else if (isDigit(first)) {
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
        } else if (isSpace(first)) {
            while (at < text.length() && isSpace(text.charAt(at))) {
                at++;
            }
        } else if (Character.isHighSurrogate(first)
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int tokensOfRun(CharSequence text, int start, int end) {
        char first = text.charAt(start);
        int length = end - start;
        if (isLetter(first)) {
            return (length + LETTERS_PER_TOKEN - 1) / LETTERS_PER_TOKEN;
        }
        if (isDigit(first)) {
            return (length + DIGITS_PER_TOKEN - 1) / DIGITS_PER_TOKEN;
        }
        boolean leadsWord = first == ' '
                && length == 1
                && end < text.length()
                && (isLetter(text.charAt(end)) || isDigit(text.charAt(end)));
        return leadsWord ? 0 : 1;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
