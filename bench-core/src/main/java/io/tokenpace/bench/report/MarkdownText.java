package io.tokenpace.bench.report;

/**
 * How a text from elsewhere is written in GitHub's Markdown so that it stays text: on one line, cut, and with nothing in it
 * that would become markup, a cell of its own, a mention or a change of the reading direction.
 */
final class MarkdownText {
    private static final String SPECIAL = "\\`*_{}[]|~#!$";
    private static final String UNPRINTABLE =
            "[\\p{Cntrl}\\x{80}-\\x{9F}\\x{2028}-\\x{202E}\\x{2066}-\\x{2069}\\x{FEFF}]+";

    private MarkdownText() {}

    /** Returns a text of ours, in which words of a service or of a user may stand. */
    static String prose(String text, int mostChars) {
        String line = cut(text, mostChars);
        StringBuilder escaped = new StringBuilder(line.length() + line.length() / 2);
        for (int i = 0; i < line.length(); i++) {
            escape(line.charAt(i), escaped);
        }
        // GitHub would make links of bare addresses.
        return escaped.toString().replace("://", "\\://").replace("www.", "www\\.");
    }

    private static void escape(char sign, StringBuilder escaped) {
        switch (sign) {
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '&' -> escaped.append("&amp;");
            // Without something between the two GitHub takes it for a person and tells them.
            case '@' -> escaped.append("@&#8203;");
            default -> escaped.append(SPECIAL.indexOf(sign) >= 0 ? "\\" : "").append(sign);
        }
    }

    /** Returns somebody else's words, in which nothing is markup; not for cells of tables, which end at any bar. */
    static String code(String text, int mostChars) {
        String line = cut(text, mostChars);
        String fence = "`".repeat(longestRun(line) + 1);
        // A tick at an end would belong to the fence; a blank at both ends is taken off again.
        String gap = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return line.isBlank() ? "(no words)" : fence + gap + line + gap + fence;
    }

    /** Returns a block of code. */
    static String block(String text, int mostChars) {
        String line = cut(text, mostChars);
        String fence = "`".repeat(Math.max(3, longestRun(line) + 1));
        return fence + "\n" + line + "\n" + fence + "\n";
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static String cut(String text, int mostChars) {
        int end = Math.min(text.length(), mostChars);
        boolean splitsAPair = end < text.length() && end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        String kept = text.substring(0, splitsAPair ? end - 1 : end)
                .replaceAll(UNPRINTABLE, " ")
                .strip();
        return text.length() > mostChars ? kept + "…" : kept;
    }
}
