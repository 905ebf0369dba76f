package io.tokenpace.mock.http;

/** What the handlers of one connection tell each other beside its requests. */
enum Notice {
    /** The request that is being sent has waited too long for its next byte. */
    TOO_SLOW,
    /** The client sends the body of its next request only once it is told to. */
    AWAITS_CONTINUE
}
