package io.tokenpace.mock.truth;

/** How an answer ended. */
public enum Ending {
    /** Its last byte was written. */
    COMPLETE,
    /** The client left, or the server was closed, before that. */
    CUT,
    /** A fault took its place, or ended it early. */
    FAULT
}
