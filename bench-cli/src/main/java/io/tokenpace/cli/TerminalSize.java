package io.tokenpace.cli;

/** How much a terminal shows. */
record TerminalSize(int columns, int rows) {
    /** What a terminal shows that does not say. */
    static final TerminalSize USUAL = new TerminalSize(80, 24);

    TerminalSize {
        if (columns <= 0 || rows <= 0) {
            throw new IllegalArgumentException("terminal (" + columns + " x " + rows + ") must have columns and rows");
        }
    }
}
