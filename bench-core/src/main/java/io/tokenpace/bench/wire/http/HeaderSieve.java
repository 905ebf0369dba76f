package io.tokenpace.bench.wire.http;

/** Tells which headers of an answer are worth keeping. */
@FunctionalInterface
public interface HeaderSieve {
    /** Returns whether to keep a header, which is only lent. */
    boolean keeps(HeaderLine header);
}
