package io.tokenpace.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Two readers of the same streams: one that measures events of known shapes, and one that has all of them parsed. After
 * each event both must tell the same.
 */
public final class TwinReaders {
    /** What lies around an event in a buffer; whoever reads too far finds it a good end. */
    private static final byte[] AROUND = "\"}]}\"},\"x\":\"".getBytes(StandardCharsets.UTF_8);

    private final AnswerReader measuring;
    private final AnswerReader parsing;
    private Answer measured = new Answer();
    private Answer parsed = new Answer();
    private int shortcuts;

    public TwinReaders(AnswerReader measuring, AnswerReader parsing) {
        this.measuring = measuring;
        this.parsing = parsing;
    }

    /** Begins another answer. */
    public TwinReaders begin() {
        measured = new Answer();
        parsed = new Answer();
        return this;
    }

    public TwinReaders read(byte[]... events) {
        for (byte[] event : events) {
            byte[] bytes = new byte[AROUND.length + event.length + AROUND.length];
            System.arraycopy(AROUND, 0, bytes, 0, AROUND.length);
            System.arraycopy(event, 0, bytes, AROUND.length, event.length);
            System.arraycopy(AROUND, 0, bytes, AROUND.length + event.length, AROUND.length);
            byte[] untouched = bytes.clone();
            measuring.event(bytes, AROUND.length, event.length, measured);
            parsing.event(bytes, AROUND.length, event.length, parsed);
            assertThat(Arrays.equals(bytes, untouched)).isTrue();
            assertSame(event);
            if (measured.shape().contentChars(bytes, AROUND.length, event.length) != EventShape.UNKNOWN) {
                shortcuts++;
            }
        }
        return this;
    }

    public TwinReaders read(String... events) {
        for (String event : events) {
            read(event.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    /** Returns how many events so far had the shape that their answer knew in the end. */
    public int shortcuts() {
        return shortcuts;
    }

    private void assertSame(byte[] event) {
        Told expected = Told.by(parsed);
        Told told = Told.by(measured);
        // Millions of events are read; the assertion itself would take most of the time.
        if (!told.equals(expected)) {
            assertThat(told)
                    .as(() -> "after " + new String(event, StandardCharsets.UTF_8))
                    .isEqualTo(expected);
        }
    }
}
