package io.tokenpace.bench.workload.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** What test files hold, and streams that give it in unkind ways. */
public final class Contents {
    private Contents() {}

    /** A file that is called {@code name}. */
    public static TextFile file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public static TextFile file(String name, byte[] bytes) {
        return new TextFile(name, () -> new ByteArrayInputStream(bytes));
    }

    /** A file whose stream gives one byte a read. */
    public static TextFile slowFile(String name, byte[] bytes) {
        return new TextFile(name, () -> new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return super.read(into, offset, Math.min(1, length));
            }
        });
    }

    /** Every beginning of the text, and the text with any one byte replaced by one that means something to a reader. */
    public static Stream<byte[]> damaged(String text) {
        byte[] whole = text.getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, whole.length)
                .boxed()
                .flatMap(at -> Stream.concat(
                        Stream.of(Arrays.copyOf(whole, at)),
                        "\"{}[],:\\\n 0-.e\u0000".chars().mapToObj(c -> {
                            byte[] changed = whole.clone();
                            changed[at] = (byte) c;
                            return changed;
                        })));
    }

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A stream that makes lines while it is read, and counts the bytes it has given. */
    public static final class GeneratedLines extends InputStream {
        private final long lines;
        private final Line line;
        private final AtomicLong given;
        private byte[] current = {};
        private int at;
        private long made;

        /** How line {@code number} (from 0) reads, its end included. */
        @FunctionalInterface
        public interface Line {
            String of(long number);
        }

        public GeneratedLines(long lines, Line line, AtomicLong given) {
            this.lines = lines;
            this.line = line;
            this.given = given;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (at == current.length) {
                if (made == lines) {
                    return -1;
                }
                current = line.of(made++).getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            int taken = Math.min(length, current.length - at);
            System.arraycopy(current, at, into, offset, taken);
            at += taken;
            given.addAndGet(taken);
            return taken;
        }
    }
}
