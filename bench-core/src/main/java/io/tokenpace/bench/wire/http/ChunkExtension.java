package io.tokenpace.bench.wire.http;

/** What may follow the size of a chunk, such as {@code ;name=value;name="a \"quoted\" value"}: checked, and not kept. */
final class ChunkExtension {
    private Place place = Place.BEFORE_NAME;

    private enum Place {
        BEFORE_NAME,
        NAME,
        BEFORE_VALUE,
        VALUE,
        QUOTED,
        ESCAPED,
        BEHIND_QUOTED,
        NOWHERE
    }

    /** Begins behind a semicolon. */
    void begin() {
        place = Place.BEFORE_NAME;
    }

    /** Takes the next byte, and returns whether it may stand there. */
    boolean takes(byte next) {
        place = switch (place) {
            case BEFORE_NAME -> HeaderLine.isOfName(next) ? Place.NAME : Place.NOWHERE;
            case NAME -> next == '=' ? Place.BEFORE_VALUE : inWord(next);
            case BEFORE_VALUE -> next == '"' ? Place.QUOTED : HeaderLine.isOfName(next) ? Place.VALUE : Place.NOWHERE;
            case VALUE -> inWord(next);
            case QUOTED -> inQuoted(next);
            case ESCAPED -> isVisible(next) ? Place.QUOTED : Place.NOWHERE;
            case BEHIND_QUOTED -> next == ';' ? Place.BEFORE_NAME : Place.NOWHERE;
            case NOWHERE -> Place.NOWHERE;
        };
        return place != Place.NOWHERE;
    }

    private Place inWord(byte next) {
        if (next == ';') {
            return Place.BEFORE_NAME;
        }
        return HeaderLine.isOfName(next) ? place : Place.NOWHERE;
    }

    private static Place inQuoted(byte next) {
        if (next == '"') {
            return Place.BEHIND_QUOTED;
        }
        if (next == '\\') {
            return Place.ESCAPED;
        }
        return isVisible(next) ? Place.QUOTED : Place.NOWHERE;
    }

    /** Returns whether the line may end here. */
    boolean mayEnd() {
        return place == Place.NAME || place == Place.VALUE || place == Place.BEHIND_QUOTED;
    }

    private static boolean isVisible(byte next) {
        return (next >= ' ' && next <= '~') || next == '\t';
    }
}
