package io.tokenpace.mock.http;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that all bodies of a server share while they are collected and read. Safe for use by several threads. */
final class BodyRoom {
    private final long capacity;
    private final AtomicLong taken = new AtomicLong();

    BodyRoom(long capacity) {
        this.capacity = capacity;
    }

    /** Takes so many bytes and returns true, or takes none. */
    boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= capacity) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    /** Gives bytes back. */
    void give(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** How many bytes are taken. */
    long taken() {
        return taken.get();
    }
}
