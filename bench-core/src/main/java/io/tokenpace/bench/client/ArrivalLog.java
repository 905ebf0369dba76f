package io.tokenpace.bench.client;

import java.util.Arrays;

/**
 * The gaps between the arrivals of one answer, kept until the answer has ended: only then is it known whether the
 * service sent a token an event, and only answers that succeeded are counted at all.
 *
 * <p>A gap takes four bytes, as a float of nanoseconds: 24 bits of mantissa are four digits more than the histograms
 * keep. An arrival of k > 1 events takes a second float, −k.
 */
public final class ArrivalLog {
    private static final int FIRST_ENTRIES = 16;
    private static final int KEPT_ENTRIES = 1_024;
    private static final float[] EMPTY = {};

    private float[] entries = EMPTY;
    private int size;

    /** Receives gaps in the order in which they came. */
    @FunctionalInterface
    public interface Reader {
        /** Takes a gap and the number of content events that arrived at its end. */
        void gap(long nanos, int events);
    }

    void add(long gapNanos, int events) {
        append((float) gapNanos);
        if (events > 1) {
            append(-events);
        }
    }

    void clear() {
        size = 0;
        if (entries.length > KEPT_ENTRIES) {
            entries = new float[KEPT_ENTRIES];
        }
    }

    /** Reads all gaps. */
    public void forEach(Reader reader) {
        for (int i = 0; i < size; i++) {
            boolean several = i + 1 < size && entries[i + 1] < 0;
            reader.gap((long) entries[i], several ? (int) -entries[i + 1] : 1);
            if (several) {
                i++;
            }
        }
    }

    private void append(float entry) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, Math.max(FIRST_ENTRIES, size * 2));
        }
        entries[size++] = entry;
    }
}
