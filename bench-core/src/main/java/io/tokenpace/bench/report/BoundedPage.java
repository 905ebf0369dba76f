package io.tokenpace.bench.report;

import java.nio.charset.StandardCharsets;

/** A text that never grows beyond a number of bytes: a part for which there is no room is left out, and counted. */
final class BoundedPage {
    private static final int ROOM_FOR_THE_LAST_LINE = 100;

    private final StringBuilder text = new StringBuilder();
    private int room;
    private int leftOut;

    BoundedPage(int mostBytes) {
        room = mostBytes - ROOM_FOR_THE_LAST_LINE;
    }

    /** Adds a part, after an empty line; an empty one is none. */
    BoundedPage add(String part) {
        String separated = text.length() == 0 || part.isEmpty() ? part : "\n" + part;
        int bytes = separated.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > room) {
            leftOut++;
        } else {
            room -= bytes;
            text.append(separated);
        }
        return this;
    }

    /** Returns the whole, which says so where parts were left out. */
    @Override
    public String toString() {
        return leftOut == 0 ? text.toString() : text + "\n" + leftOut + " parts had no room here; see run.json.\n";
    }
}
