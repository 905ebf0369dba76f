package io.tokenpace.cli;

/** Where a run under way is shown. */
interface Display {
    /** Shows how it stands. */
    void show(PanelState state);

    /** Adds a line that stays. */
    void say(String line);

    /** Takes away what does not stay. */
    void clear();
}
