package io.tokenpace.bench;

/** What every figure is held against: looking at each byte once, for the line ends. */
public final class ByteScan {
    private ByteScan() {}

    /** Returns how many bytes end a line. */
    public static int lineEnds(byte[] bytes) {
        int count = 0;
        for (byte each : bytes) {
            if (each == '\n' || each == '\r') {
                count++;
            }
        }
        return count;
    }
}
