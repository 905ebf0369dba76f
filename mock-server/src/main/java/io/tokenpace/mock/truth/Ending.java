package io.tokenpace.mock.truth;

/** How an answer ended. */
public enum Ending {
    /** Its last byte was written. */
    COMPLETE("complete"),
    /** The client left, or the server was closed, before that. */
    CUT("cut"),
    /** A fault took its place, or ended it early. */
    FAULT("fault");

    private final String word;

    Ending(String word) {
        this.word = word;
    }

    /** How it is written. */
    String word() {
        return word;
    }
}
