package io.tokenpace.mock.http;

/** What a request asks for, once it is read. */
@FunctionalInterface
interface Intent {
    /** Carries it out, on the thread of the request's connection. */
    void carryOut(Turn turn);
}
