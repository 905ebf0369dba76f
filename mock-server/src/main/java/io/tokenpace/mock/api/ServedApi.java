package io.tokenpace.mock.api;

/** What an API wants to hear of the answers to the requests that it has let in. Safe for use by several threads. */
public interface ServedApi {
    /** Notes that tokens of answers were written. */
    void produced(int tokens);

    /** Notes that the client of a request has left. */
    void abandon(Admission admission, long nowNanos);
}
