package io.tokenpace.mock.http;

/** The two pieces in which one event of a stream is sent. */
interface Pieces {
    /** Hands the first piece to the channel. */
    void first(StreamPlay play);

    /** Hands the rest to the channel. */
    void rest(StreamPlay play);
}
