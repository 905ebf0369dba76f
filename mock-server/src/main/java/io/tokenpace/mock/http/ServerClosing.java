package io.tokenpace.mock.http;

/** Tells a connection that the server closes: it may finish its answer, and takes no further request. */
enum ServerClosing {
    EVENT
}
