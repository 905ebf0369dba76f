package io.tokenpace.bench.wire.http;

/** Tells the decoder that what its parts read is not HTTP. It never leaves the package, and so has no stack trace. */
final class MalformedAnswerException extends Exception {
    private static final long serialVersionUID = 1;

    MalformedAnswerException(String why) {
        super(why, null, false, false);
    }
}
