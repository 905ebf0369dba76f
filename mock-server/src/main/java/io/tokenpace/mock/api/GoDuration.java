package io.tokenpace.mock.api;

/** A time as the programming language Go writes it, and with it OpenAI's headers: {@code 12ms}, {@code 1.5s}, {@code 6m0s}. */
final class GoDuration {
    private static final long MILLI_NANOS = 1_000_000;
    private static final long SECOND_MILLIS = 1_000;
    private static final long MINUTE_MILLIS = 60 * SECOND_MILLIS;
    private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;

    private GoDuration() {}

    /** Returns the milliseconds that have passed when so many nanoseconds have. */
    static long millis(long nanos) {
        return (nanos + MILLI_NANOS - 1) / MILLI_NANOS;
    }

    /** Writes a time, in milliseconds and not too short. */
    static String of(long nanos) {
        long millis = millis(nanos);
        if (millis > 0 && millis < SECOND_MILLIS) {
            return millis + "ms";
        }
        String seconds = seconds(millis % MINUTE_MILLIS);
        long minutes = millis % HOUR_MILLIS / MINUTE_MILLIS;
        if (millis >= HOUR_MILLIS) {
            return millis / HOUR_MILLIS + "h" + minutes + "m" + seconds;
        }
        return millis >= MINUTE_MILLIS ? minutes + "m" + seconds : seconds;
    }

    private static String seconds(long millis) {
        String whole = Long.toString(millis / SECOND_MILLIS);
        long rest = millis % SECOND_MILLIS;
        if (rest == 0) {
            return whole + "s";
        }
        return whole + "." + Long.toString(SECOND_MILLIS + rest).substring(1).replaceFirst("0+$", "") + "s";
    }
}
