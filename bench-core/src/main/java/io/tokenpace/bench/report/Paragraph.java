package io.tokenpace.bench.report;

/** Text that is broken into lines between its words, all but the first of them indented. */
final class Paragraph {
    /** What a ticket, a log and most terminals show without breaking lines themselves. */
    static final int WIDTH = 100;

    private Paragraph() {}

    /**
     * Returns the lines, each ended. A word longer than a line stays whole, since it may be a path or an address.
     *
     * @param head begins the first line as it is
     * @param text the words behind it
     * @param indent of the lines that follow
     */
    static String of(String head, String text, int indent) {
        StringBuilder lines = new StringBuilder(head);
        int column = head.length();
        boolean fresh = true;
        for (String word : text.strip().split("\\s+", -1)) {
            if (!fresh && column + 1 + word.length() > WIDTH) {
                lines.append('\n').append(" ".repeat(indent));
                column = indent;
                fresh = true;
            }
            lines.append(fresh ? "" : " ").append(word);
            column += (fresh ? 0 : 1) + word.length();
            fresh = false;
        }
        return lines.append('\n').toString();
    }
}
