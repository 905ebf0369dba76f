package io.tokenpace.mock.http;

import io.tokenpace.mock.model.Timeline;

/** What is to be done on one event loop, and when; belongs to the thread of that loop. */
interface Agenda {
    /** Returns when something is next due, on the clock of {@link System#nanoTime}; {@link Timeline#NEVER} if nothing is. */
    long nextNanos();

    /** Does what is due by {@code nowNanos}. */
    void playDue(long nowNanos);
}
